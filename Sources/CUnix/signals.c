#define _GNU_SOURCE 1
#if defined(__APPLE__)
#define _DARWIN_C_SOURCE 1
#endif
#include "CUnix.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SIGNALS = 32 };
static int ends[2] = {-1, -1};
static struct sigaction before[SIGNALS];
static unsigned char caught[SIGNALS];

static void on_signal(int signal) {
    int error = errno;
    unsigned char byte = (unsigned char)signal;
    // A full pipe holds thousands of wake-ups already.
    ssize_t ignored = write(ends[1], &byte, 1);
    (void)ignored;
    errno = error;
}

static void set_action(int signal, void (*handler)(int)) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, NULL);
}

static void unblock(int signal) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

int cunix_signal_pipe(void) {
    if (ends[0] >= 0) return ends[0];
    if (pipe(ends) != 0) return -1;
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
    }
    return ends[0];
}

int cunix_catch(int signal) {
    if (signal <= 0 || signal >= SIGNALS || caught[signal]) return 0;
    if (sigaction(signal, NULL, &before[signal]) != 0) return 0;
    // A child must be waited for, whoever does not care to hear of it.
    if (before[signal].sa_handler == SIG_IGN && signal != SIGCHLD) return 0;
    set_action(signal, signal == SIGPIPE ? SIG_IGN : on_signal);
    caught[signal] = 1;
    return 1;
}

void cunix_release(int signal) {
    if (signal <= 0 || signal >= SIGNALS || !caught[signal]) return;
    sigaction(signal, &before[signal], NULL);
    caught[signal] = 0;
}

void cunix_release_signals(void) {
    for (int signal = 1; signal < SIGNALS; signal++) cunix_release(signal);
}

extern char **environ;

char *const *cunix_environment(void) { return environ; }

int cunix_spawn(char *const argv[], char *const envp[], int in, int out, pid_t *process) {
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t usual, none;
    sigemptyset(&none);
    sigemptyset(&usual);
    // What we caught is the child's to decide; what was ignored before us stays so.
    for (int signal = 1; signal < SIGNALS; signal++)
        if (caught[signal] && before[signal].sa_handler != SIG_IGN) sigaddset(&usual, signal);
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&files, in, 0);
    posix_spawn_file_actions_adddup2(&files, out, 1);
    posix_spawn_file_actions_adddup2(&files, out, 2);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    int error = posix_spawnp(process, argv[0], &files, &attributes, argv, envp);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    return error;
}

int cunix_look_after(pid_t process, int *status) {
    int raw = 0;
    pid_t found = waitpid(process, &raw, WNOHANG | WUNTRACED);
    if (found == 0 || (found < 0 && errno == EINTR)) return CUNIX_RUNS;
    if (found < 0) return CUNIX_LOST;
    if (WIFSTOPPED(raw)) return CUNIX_STOPPED;
    if (WIFSIGNALED(raw)) {
        *status = WTERMSIG(raw);
        return CUNIX_KILLED;
    }
    *status = WEXITSTATUS(raw);
    return CUNIX_EXITED;
}

void cunix_die(int signal) {
    set_action(signal, SIG_DFL);
    unblock(signal);
    raise(signal);
}

void cunix_stop(int whole_group) {
    set_action(SIGTSTP, SIG_DFL);
    unblock(SIGTSTP);
    if (whole_group) kill(0, SIGTSTP);
    else raise(SIGTSTP);
    if (caught[SIGTSTP]) set_action(SIGTSTP, on_signal);
}
