// What is known of a crash, written from the signal handler: nothing here may allocate, lock or format with the C library.
#define _GNU_SOURCE 1
#if defined(__APPLE__)
#define _DARWIN_C_SOURCE 1
#endif
#include "CUnix.h"
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/uio.h>
#include <ucontext.h>
#endif

static char path[1024], about[512], farewell[512];

#if defined(__linux__)
extern const char __executable_start[] __attribute__((weak));
#endif

static void keep(char *to, size_t room, const char *from) {
    size_t length = from ? strlen(from) : 0;
    if (length >= room) length = 0;
    if (length) memcpy(to, from, length);
    to[length] = 0;
}

void cunix_report_crashes(const char *where, const char *what, const char *words) {
    keep(about, sizeof about, what);
    keep(farewell, sizeof farewell, words);
    keep(path, sizeof path, where);
}

static void text(int fd, const char *words) { cunix_write(fd, words, strlen(words)); }

static void number(int fd, uint64_t value, unsigned base) {
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = "0123456789abcdef"[value % base];
        value /= base;
    } while (value);
    cunix_write(fd, digits + at, sizeof digits - at);
}

static const char *name(int signal) {
    switch (signal) {
    case SIGILL: return "SIGILL";
    case SIGTRAP: return "SIGTRAP";
    case SIGSEGV: return "SIGSEGV";
    case SIGBUS: return "SIGBUS";
    case SIGFPE: return "SIGFPE";
    case SIGABRT: return "SIGABRT";
    case SIGSYS: return "SIGSYS";
    default: return "signal";
    }
}

#if defined(__linux__)
static void address(int fd, uintptr_t place) {
    text(fd, "  0x");
    number(fd, place, 16);
    uintptr_t start = (uintptr_t)__executable_start;
    if (start && place > start && place - start < (1u << 30)) {
        text(fd, "  program+0x");
        number(fd, place - start, 16);
    }
    text(fd, "\n");
}

// Frame pointers only: unwinding tables cannot be read safely here. The kernel reads for us, so that a broken stack is
// an error and not a second crash.
static void backtrace(int fd, void *context) {
    uintptr_t place = 0, frame = 0, pair[2];
    const ucontext_t *state = context;
    if (!state) return;
#if defined(__x86_64__)
    place = (uintptr_t)state->uc_mcontext.gregs[REG_RIP];
    frame = (uintptr_t)state->uc_mcontext.gregs[REG_RBP];
#elif defined(__aarch64__)
    place = (uintptr_t)state->uc_mcontext.pc;
    frame = (uintptr_t)state->uc_mcontext.regs[29];
#endif
    text(fd, "backtrace:\n");
    if (place) address(fd, place);
    for (int depth = 0; depth < 64 && frame && frame % sizeof frame == 0; depth++) {
        struct iovec here = {pair, sizeof pair}, there = {(void *)frame, sizeof pair};
        if (process_vm_readv(getpid(), &here, 1, &there, 1, 0) != (ssize_t)sizeof pair || !pair[1]) break;
        address(fd, pair[1]);
        if (pair[0] <= frame) break;
        frame = pair[0];
    }
}
#else
static void backtrace(int fd, void *context) { (void)fd, (void)context; }
#endif

int cunix_write_report(int signal, siginfo_t *info, void *context) {
    if (!path[0]) return 0;
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) return 0;
    text(fd, about);
    text(fd, "\nended by ");
    text(fd, name(signal));
    text(fd, " (");
    number(fd, (uint64_t)signal, 10);
    text(fd, ")");
    if (info && info->si_code > 0 && (signal == SIGSEGV || signal == SIGBUS)) {
        text(fd, " at address 0x");
        number(fd, (uintptr_t)info->si_addr, 16);
    }
    text(fd, "\nseconds since 1970: ");
    number(fd, (uint64_t)time(NULL), 10);
    text(fd, "\nlast words:\n");
    cunix_replay_errors(fd);
    backtrace(fd, context);
    close(fd);
    return 1;
}

void cunix_say_farewell(int fd) {
    text(fd, farewell);
    text(fd, " ");
    text(fd, path);
    text(fd, "\n");
}
