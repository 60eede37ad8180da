// What Swift cannot say, or may not do inside a signal handler. State lives here so that none lives in Swift.
#ifndef RAPPORT_CSYSTEM_H
#define RAPPORT_CSYSTEM_H

#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// ---- Restoring the terminal, also from a signal handler.

// Keeps the settings of the terminal `fd`, open for writing, as they are now. -1: not a terminal.
int csystem_remember(int fd);
// From now on a crash or exit() writes `bytes` to that terminal and puts the remembered settings back; a crash first
// mutes `drawn_on`, the descriptor others may be drawing through. -1: too long.
int csystem_arm(int drawn_on, const char *bytes, size_t length);
void csystem_disarm(void);
// Puts the remembered settings back; writes nothing. What was typed and not read may be discarded.
void csystem_restore_settings(int discard_input);
// Keeps the settings as the program needs them, and puts them back after a loan.
void csystem_keep_program(void);
void csystem_apply_program(void);

// Diverts standard error into an unlinked file, if it is a terminal, and gives it back with what was written there.
void csystem_divert_errors(void);
void csystem_return_errors(int replay);
void csystem_replay_errors(int to);

// SIGILL SIGTRAP SIGSEGV SIGBUS SIGFPE SIGABRT SIGSYS: restore, replay, then the default action.
void csystem_catch_crashes(void);
void csystem_release_crashes(void);
// A thread that may overflow its stack needs another one for the handler; the main thread has it.
void csystem_protect_thread(void);
// Where a crash writes what is known, what stands on top of it, and the words before the path on the terminal. NULL: nowhere.
void csystem_report_crashes(const char *path, const char *about, const char *farewell);
int csystem_write_report(int signal, siginfo_t *info, void *context);
void csystem_say_farewell(int fd);

// ---- Signals as bytes in a pipe.

// Makes the pipe, once. Returns the end to read, -1 on failure.
int csystem_signal_pipe(void);
// From now on the signal becomes a byte. 0 when it was ignored before: it stays ignored, as nohup wishes.
int csystem_catch(int signal);
// Puts every caught signal's earlier action back.
void csystem_release_signals(void);
// Puts one signal's earlier action back.
void csystem_release(int signal);
// Dies by `signal`, so that the parent sees it.
void csystem_die(int signal);
// Stops this process (or its whole group) as Ctrl-Z does outside a full screen; returns when continued.
void csystem_stop(int whole_group);

// ---- Terminals.

enum { CSYSTEM_READABLE = 1, CSYSTEM_GONE = 2 };
// Waits for either to be readable, at most `timeout_ms` (-1: for ever). -1: failed; an interruption counts as nothing.
int csystem_poll(int fd0, int fd1, int timeout_ms, int *state0, int *state1);
// 0 and the size in cells, or -1.
int csystem_size(int fd, int *rows, int *columns);
// Takes the character set from the environment; 1 when it is UTF-8.
int csystem_locale_is_utf8(void);
// Columns of a scalar as the C library counts them; -1: unknown.
int csystem_columns(uint32_t scalar);
// A read that knows the difference: bytes, 0 for "nothing now", -1 for "never again".
ssize_t csystem_read(int fd, void *buffer, size_t room);
// Writes everything or gives up on an error.
void csystem_write(int fd, const void *bytes, size_t length);

// A file without a name, open for reading and writing; -1 on failure.
int csystem_scratch(void);

// ---- Programs that are lent the terminal.

// The environment, one NAME=value after the other, ended by NULL.
char *const *csystem_environment(void);
// Starts a program in our own group, found along PATH, on the terminal's two ends; 0 or the error's number.
int csystem_spawn(char *const argv[], char *const envp[], int in, int out, pid_t *process);
enum { CSYSTEM_RUNS, CSYSTEM_EXITED, CSYSTEM_KILLED, CSYSTEM_STOPPED, CSYSTEM_LOST };
// How it stands with a program; `status` is its exit status or signal.
int csystem_look_after(pid_t process, int *status);

// ---- Pseudo-terminals, for tests.

// Starts a program on a new terminal; returns its process and the master side.
pid_t csystem_pty_spawn(const char *path, char *const argv[], char *const envp[], const char *directory,
                        int rows, int columns, int *master);
int csystem_pty_resize(int master, int rows, int columns);
enum { CSYSTEM_CANONICAL = 1, CSYSTEM_ECHO = 2, CSYSTEM_SIGNALS = 4, CSYSTEM_RETURN_TO_NEWLINE = 8, CSYSTEM_OUTPUT = 16 };
// The terminal's settings as the bits above, -1 on failure.
int csystem_pty_settings(int master);
// 1 and the exit status (or minus the signal) when the process has ended; 0 when not yet.
int csystem_reap(pid_t process, int wait, int *status);

// ---- Faults, for tests of the restoring above.

enum { CSYSTEM_FAULT_SEGV, CSYSTEM_FAULT_BUS, CSYSTEM_FAULT_FPE, CSYSTEM_FAULT_STACK, CSYSTEM_FAULT_ABORT, CSYSTEM_FAULT_THREAD };
void csystem_fault(int kind);
#endif
