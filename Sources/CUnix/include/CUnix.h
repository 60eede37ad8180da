// What Swift cannot say, or may not do inside a signal handler. State lives here so that none lives in Swift.
#ifndef RAPPORT_CUNIX_H
#define RAPPORT_CUNIX_H

#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// ---- Restoring the terminal, also from a signal handler.

// Keeps the settings of the terminal `fd`, open for writing, as they are now. -1: not a terminal.
int cunix_remember(int fd);
// From now on a crash or exit() writes `bytes` to that terminal and puts the remembered settings back; a crash first
// mutes `drawn_on`, the descriptor others may be drawing through. -1: too long.
int cunix_arm(int drawn_on, const char *bytes, size_t length);
void cunix_disarm(void);
// Puts the remembered settings back; writes nothing. What was typed and not read may be discarded.
void cunix_restore_settings(int discard_input);
// Keeps the settings as the program needs them, and puts them back after a loan.
void cunix_keep_program(void);
void cunix_apply_program(void);

// Diverts standard error into an unlinked file, if it is a terminal, and gives it back with what was written there.
void cunix_divert_errors(void);
void cunix_return_errors(int replay);
void cunix_replay_errors(int to);

// SIGILL SIGTRAP SIGSEGV SIGBUS SIGFPE SIGABRT SIGSYS: restore, replay, then the default action.
void cunix_catch_crashes(void);
void cunix_release_crashes(void);
// A thread that may overflow its stack needs another one for the handler; the main thread has it.
void cunix_protect_thread(void);
// Where a crash writes what is known, what stands on top of it, and the words before the path on the terminal. NULL: nowhere.
void cunix_report_crashes(const char *path, const char *about, const char *farewell);
int cunix_write_report(int signal, siginfo_t *info, void *context);
void cunix_say_farewell(int fd);

// ---- Signals as bytes in a pipe.

// Makes the pipe, once. Returns the end to read, -1 on failure.
int cunix_signal_pipe(void);
// From now on the signal becomes a byte. 0 when it was ignored before: it stays ignored, as nohup wishes.
int cunix_catch(int signal);
// Puts every caught signal's earlier action back.
void cunix_release_signals(void);
// Puts one signal's earlier action back.
void cunix_release(int signal);
// Dies by `signal`, so that the parent sees it.
void cunix_die(int signal);
// Stops this process (or its whole group) as Ctrl-Z does outside a full screen; returns when continued.
void cunix_stop(int whole_group);

// ---- Terminals.

enum { CUNIX_READABLE = 1, CUNIX_GONE = 2 };
// Waits for either to be readable, at most `timeout_ms` (-1: for ever). -1: failed; an interruption counts as nothing.
int cunix_poll(int fd0, int fd1, int timeout_ms, int *state0, int *state1);
// The same for three; a negative descriptor is passed over.
int cunix_poll3(int fd0, int fd1, int fd2, int timeout_ms, int *state0, int *state1, int *state2);
// 0 and the size in cells, or -1.
int cunix_size(int fd, int *rows, int *columns);
// Takes the character set from the environment; 1 when it is UTF-8.
int cunix_locale_is_utf8(void);
// Columns of a scalar as the C library counts them; -1: unknown.
int cunix_columns(uint32_t scalar);
// A read that knows the difference: bytes, 0 for "nothing now", -1 for "never again".
ssize_t cunix_read(int fd, void *buffer, size_t room);
// Writes everything or gives up on an error.
void cunix_write(int fd, const void *bytes, size_t length);

// A file without a name, open for reading and writing; -1 on failure.
int cunix_scratch(void);

// ---- Bells: Unix datagram sockets that carry one byte. None of these waits.

// A socket to ring from, or minus the error's number.
int cunix_bell_sender(void);
// A socket that is rung at `path`, or minus the error's number; a path of more than 103 bytes is too long.
int cunix_bell_listener(const char *path);
// Rings at a path. ECONNREFUSED: nobody listens there any more; 0 otherwise, also when they have rings enough.
int cunix_bell_ring(int sender, const char *path, uint8_t byte);
// The next byte; 256 for a ring without one; -1: no more now.
int cunix_bell_hear(int fd);

// ---- Programs that are lent the terminal.

// The environment, one NAME=value after the other, ended by NULL.
char *const *cunix_environment(void);
// Starts a program in our own group, found along PATH, on the terminal's two ends; 0 or the error's number.
int cunix_spawn(char *const argv[], char *const envp[], int in, int out, pid_t *process);
enum { CUNIX_RUNS, CUNIX_EXITED, CUNIX_KILLED, CUNIX_STOPPED, CUNIX_LOST };
// How it stands with a program; `status` is its exit status or signal.
int cunix_look_after(pid_t process, int *status);

// ---- Pseudo-terminals, for tests.

// Starts a program on a new terminal; returns its process and the master side.
pid_t cunix_pty_spawn(const char *path, char *const argv[], char *const envp[], const char *directory,
                        int rows, int columns, int *master);
int cunix_pty_resize(int master, int rows, int columns);
enum { CUNIX_CANONICAL = 1, CUNIX_ECHO = 2, CUNIX_SIGNALS = 4, CUNIX_RETURN_TO_NEWLINE = 8, CUNIX_OUTPUT = 16 };
// The terminal's settings as the bits above, -1 on failure.
int cunix_pty_settings(int master);
// 1 and the exit status (or minus the signal) when the process has ended; 0 when not yet.
int cunix_reap(pid_t process, int wait, int *status);

// ---- Faults, for tests of the restoring above.

enum { CUNIX_FAULT_SEGV, CUNIX_FAULT_BUS, CUNIX_FAULT_FPE, CUNIX_FAULT_STACK, CUNIX_FAULT_ABORT, CUNIX_FAULT_THREAD };
void cunix_fault(int kind);
#endif
