#define _GNU_SOURCE 1
#if defined(__APPLE__)
#define _DARWIN_C_SOURCE 1
#endif
#include "CUnix.h"
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#if defined(__linux__)
#include <sys/mman.h>
#endif
#include <unistd.h>
#include <wchar.h>

static int state(short events) {
    int result = events & POLLIN ? CUNIX_READABLE : 0;
    if (events & (POLLHUP | POLLERR | POLLNVAL)) result |= CUNIX_GONE;
    return result;
}

int cunix_poll3(int fd0, int fd1, int fd2, int timeout_ms, int *state0, int *state1, int *state2) {
    // A negative descriptor is passed over.
    struct pollfd all[3] = {{fd0, POLLIN, 0}, {fd1, POLLIN, 0}, {fd2, POLLIN, 0}};
    int count = poll(all, 3, timeout_ms);
    *state0 = count > 0 ? state(all[0].revents) : 0;
    *state1 = count > 0 ? state(all[1].revents) : 0;
    *state2 = count > 0 ? state(all[2].revents) : 0;
    return count < 0 && errno != EINTR ? -1 : 0;
}

int cunix_poll(int fd0, int fd1, int timeout_ms, int *state0, int *state1) {
    int none;
    return cunix_poll3(fd0, fd1, -1, timeout_ms, state0, state1, &none);
}

ssize_t cunix_read(int fd, void *buffer, size_t room) {
    ssize_t count = read(fd, buffer, room);
    if (count > 0) return count;
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? 0 : -1;
}

int cunix_size(int fd, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0) return -1;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 0;
}

static int is_utf8(const char *name) {
    return name && (strcasecmp(name, "UTF-8") == 0 || strcasecmp(name, "UTF8") == 0);
}

int cunix_locale_is_utf8(void) {
    // Only the character set: numbers and dates of the C library stay as other libraries expect them.
    if (!setlocale(LC_CTYPE, "")) {
        // A locale that is named but not installed: its name still tells what the terminal speaks.
        const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
        for (int i = 0; i < 3; i++) {
            const char *name = getenv(names[i]);
            if (!name || !*name) continue;
            const char *dot = strchr(name, '.');
            if (dot && is_utf8(dot + 1)) setlocale(LC_CTYPE, "C.UTF-8");
            break;
        }
    }
    return is_utf8(nl_langinfo(CODESET));
}

int cunix_scratch(void) {
#if defined(__linux__)
    int fd = memfd_create("frame", MFD_CLOEXEC);
    if (fd >= 0) return fd;
#endif
    char name[] = "/tmp/frame-XXXXXX";
    int file = mkstemp(name);
    if (file >= 0) {
        unlink(name);
        fcntl(file, F_SETFD, FD_CLOEXEC);
    }
    return file;
}

int cunix_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
