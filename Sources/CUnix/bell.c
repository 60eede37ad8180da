#include "CUnix.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

// The shortest room for a socket's path among the systems we run on is macOS's, 104 bytes with the ending NUL.
enum { LONGEST = 103 };

static int address_of(const char *path, struct sockaddr_un *address) {
    size_t length = strlen(path);
    if (length > LONGEST || length >= sizeof address->sun_path) return -ENAMETOOLONG;
    memset(address, 0, sizeof *address);
    address->sun_family = AF_UNIX;
    memcpy(address->sun_path, path, length + 1);
    return 0;
}

int cunix_bell_sender(void) {
    int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
    if (fd < 0) return -errno;
    if (fcntl(fd, F_SETFD, FD_CLOEXEC) != 0 || fcntl(fd, F_SETFL, O_NONBLOCK) != 0) {
        int error = errno;
        close(fd);
        return -error;
    }
    return fd;
}

int cunix_bell_listener(const char *path) {
    struct sockaddr_un address;
    int failure = address_of(path, &address);
    if (failure != 0) return failure;
    int fd = cunix_bell_sender();
    if (fd < 0) return fd;
    if (bind(fd, (struct sockaddr *)&address, sizeof address) != 0) {
        int error = errno;
        close(fd);
        return -error;
    }
    (void)chmod(path, 0600);
    return fd;
}

int cunix_bell_ring(int sender, const char *path, uint8_t byte) {
    struct sockaddr_un address;
    if (address_of(path, &address) != 0) return 0;
    for (;;) {
        if (sendto(sender, &byte, 1, MSG_DONTWAIT, (struct sockaddr *)&address, sizeof address) == 1) return 0;
        if (errno == EINTR) continue;
        // Whoever has no room for another ring has one waiting already.
        return errno == ECONNREFUSED ? ECONNREFUSED : 0;
    }
}

int cunix_bell_hear(int fd) {
    uint8_t byte = 0;
    for (;;) {
        ssize_t count = recv(fd, &byte, 1, MSG_DONTWAIT);
        if (count == 1) return byte;
        if (count == 0) return 256;
        if (errno != EINTR) return -1;
    }
}
