#define _GNU_SOURCE 1
#if defined(__APPLE__)
#define _DARWIN_C_SOURCE 1
#include <util.h>
#else
#include <pty.h>
#endif
#include "CUnix.h"
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

pid_t cunix_pty_spawn(const char *path, char *const argv[], char *const envp[], const char *directory,
                        int rows, int columns, int *master) {
    struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
    int side = -1;
    pid_t process = forkpty(&side, NULL, NULL, &size);
    if (process == 0) {
        // The child of a threaded process: nothing but calls that are safe in a signal handler.
        if (directory && chdir(directory) != 0) _exit(126);
        for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        for (int fd = 3; fd < 1024; fd++) close(fd);
        execve(path, argv, envp);
        _exit(127);
    }
    if (process > 0) {
        fcntl(side, F_SETFD, FD_CLOEXEC);
        *master = side;
    }
    return process;
}

int cunix_pty_resize(int master, int rows, int columns) {
    struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
    return ioctl(master, TIOCSWINSZ, &size);
}

int cunix_pty_settings(int master) {
    struct termios now;
    if (tcgetattr(master, &now) != 0) return -1;
    return (now.c_lflag & ICANON ? CUNIX_CANONICAL : 0) | (now.c_lflag & ECHO ? CUNIX_ECHO : 0) |
           (now.c_lflag & ISIG ? CUNIX_SIGNALS : 0) | (now.c_iflag & ICRNL ? CUNIX_RETURN_TO_NEWLINE : 0) |
           (now.c_oflag & OPOST ? CUNIX_OUTPUT : 0);
}

int cunix_reap(pid_t process, int wait, int *status) {
    int raw = 0;
    if (waitpid(process, &raw, wait ? 0 : WNOHANG) != process) return 0;
    *status = WIFEXITED(raw) ? WEXITSTATUS(raw) : -WTERMSIG(raw);
    return 1;
}

static volatile int zero = 0;

static int overflow(int depth) {
    volatile char room[4096];
    room[0] = (char)depth;
    if (depth < 0) return 0;
    return overflow(depth + 1) + room[0];
}

static void *overflow_apart(void *unused) {
    cunix_protect_thread();
    overflow(zero);
    return unused;
}

void cunix_fault(int kind) {
    switch (kind) {
    case CUNIX_FAULT_SEGV: *(volatile int *)8 = 1; break;
    case CUNIX_FAULT_BUS: kill(getpid(), SIGBUS); break;
    case CUNIX_FAULT_FPE: zero = 1 / zero; kill(getpid(), SIGFPE); break;
    case CUNIX_FAULT_STACK: overflow(zero); break;
    case CUNIX_FAULT_THREAD: {
        pthread_t thread;
        if (pthread_create(&thread, NULL, overflow_apart, NULL) == 0) pthread_join(thread, NULL);
        break;
    }
    default: abort();
    }
}
