#define _GNU_SOURCE 1
#if defined(__APPLE__)
#define _DARWIN_C_SOURCE 1
#endif
#include "CUnix.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// A crash on any thread may read these at any moment: set before `armed`, never freed.
static struct termios settings, program;
static int remembered, has_program;
// Two, so that a crash in the middle of a change still finds a whole one.
static char undo[2][1024];
static size_t undo_length[2];
static volatile sig_atomic_t current;
static int terminal = -1, drawn_on = -1, nowhere = -1;
static volatile sig_atomic_t armed;
static int real_errors = -1, kept_errors = -1;

static int private_copy(int fd) { return fcntl(fd, F_DUPFD_CLOEXEC, 10); }

void cunix_write(int fd, const void *bytes, size_t length) {
    const char *from = bytes;
    while (length) {
        ssize_t written = write(fd, from, length);
        if (written < 0) {
            if (errno == EINTR) continue;
            return;
        }
        from += written;
        length -= (size_t)written;
    }
}

int cunix_remember(int fd) {
    if (tcgetattr(fd, &settings) != 0) return -1;
    remembered = 1;
    if (terminal >= 0) close(terminal);
    terminal = private_copy(fd);
    return 0;
}

void cunix_restore_settings(int discard_input) {
    if (remembered) tcsetattr(terminal, discard_input ? TCSAFLUSH : TCSANOW, &settings);
}

void cunix_keep_program(void) { has_program = terminal >= 0 && tcgetattr(terminal, &program) == 0; }

void cunix_apply_program(void) {
    if (has_program) tcsetattr(terminal, TCSADRAIN, &program);
}

static void restore_now(void) {
    if (!armed) return;
    armed = 0;
    int error = errno;
    cunix_write(terminal, undo[current], undo_length[current]);
    tcsetattr(terminal, TCSANOW, &settings);
    errno = error;
}

int cunix_arm(int descriptor, const char *bytes, size_t length) {
    static int at_exit;
    if (length > sizeof undo[0]) return -1;
    int next = !current;
    memcpy(undo[next], bytes, length);
    undo_length[next] = length;
    current = next;
    drawn_on = descriptor;
    if (nowhere < 0) nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (!at_exit) at_exit = atexit(restore_now) == 0;
    armed = 1;
    return 0;
}

void cunix_disarm(void) { armed = 0; }

void cunix_divert_errors(void) {
    if (real_errors >= 0 || !isatty(2)) return;
    char name[512];
    const char *folder = getenv("TMPDIR");
    if (!folder || !*folder || strlen(folder) > 400) folder = "/tmp";
    snprintf(name, sizeof name, "%s/stderr-XXXXXX", folder);
    int fd = mkstemp(name);
    if (fd < 0) return;
    unlink(name);
    kept_errors = private_copy(fd);
    real_errors = private_copy(2);
    dup2(fd, 2);
    close(fd);
}

// Only what a terminal may see: other control characters become '?'.
void cunix_replay_errors(int to) {
    char text[4096];
    if (kept_errors < 0) return;
    off_t end = lseek(kept_errors, 0, SEEK_END), at = end > 16384 ? end - 16384 : 0;
    unsigned char before = 0;
    for (;;) {
        ssize_t count = pread(kept_errors, text, sizeof text, at);
        if (count <= 0) return;
        at += count;
        for (ssize_t i = 0; i < count; i++) {
            unsigned char byte = (unsigned char)text[i];
            int c1 = before == 0xC2 && byte >= 0x80 && byte < 0xA0;
            if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F || c1) text[i] = '?';
            before = byte;
        }
        cunix_write(to, text, (size_t)count);
    }
}

void cunix_return_errors(int replay) {
    if (real_errors < 0) return;
    if (replay) cunix_replay_errors(real_errors);
    dup2(real_errors, 2);
    close(real_errors);
    close(kept_errors);
    real_errors = kept_errors = -1;
}

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS};
enum { CRASHES = sizeof crashes / sizeof *crashes };
static struct sigaction before_crash[CRASHES];
static int crashes_caught;

static void on_crash(int signal, siginfo_t *info, void *context) {
    // Another thread may be drawing: mute it before its screen is undone.
    if (armed && nowhere >= 0) dup2(nowhere, drawn_on);
    restore_now();
    int reported = cunix_write_report(signal, info, context);
    cunix_return_errors(!reported);
    if (reported) cunix_say_farewell(terminal >= 0 ? terminal : 2);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    sigaction(signal, &action, NULL);
    // A fault repeats when this returns, with its true context for a core dump. A trap or a sent signal does not.
    int repeats = info && info->si_code > 0 &&
                  (signal == SIGILL || signal == SIGSEGV || signal == SIGBUS || signal == SIGFPE);
#if defined(__aarch64__)
    if (signal == SIGTRAP && info && info->si_code > 0) repeats = 1;
#endif
    if (!repeats) raise(signal);
}

void cunix_protect_thread(void) {
    stack_t stack, present;
    memset(&stack, 0, sizeof stack);
    // A stack overflow leaves no room for the handler: give it a stack of its own unless somebody did.
    if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
    stack.ss_size = 64 * 1024;
    stack.ss_sp = malloc(stack.ss_size);
    if (stack.ss_sp) sigaltstack(&stack, NULL);
}

void cunix_catch_crashes(void) {
    if (crashes_caught) return;
    cunix_protect_thread();
    for (int i = 0; i < CRASHES; i++) {
        struct sigaction action;
        memset(&action, 0, sizeof action);
        action.sa_sigaction = on_crash;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        sigemptyset(&action.sa_mask);
        sigaction(crashes[i], &action, &before_crash[i]);
    }
    crashes_caught = 1;
}

void cunix_release_crashes(void) {
    if (!crashes_caught) return;
    for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &before_crash[i], NULL);
    crashes_caught = 0;
}
