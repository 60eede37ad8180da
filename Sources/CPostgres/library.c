#include "CPostgres.h"

#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const cpostgres_library *say(char *reason, size_t room, const char *text) {
    if (room > 0) snprintf(reason, room, "%s", text);
    return NULL;
}

const cpostgres_library *cpostgres_load(const char *name, char *reason, size_t room) {
    // Never closed: libpq may have left things with the TLS library that outlive a connection.
    void *handle = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
        const char *why = dlerror();
        return say(reason, room, why ? why : "it was not found");
    }
    cpostgres_library *library = calloc(1, sizeof *library);
    if (!library) return say(reason, room, "there is no memory left");
    const struct {
        const char *name;
        void *slot;
    } wanted[] = {
        {"PQlibVersion", &library->libVersion},
        {"PQconninfoParse", &library->conninfoParse},
        {"PQconninfoFree", &library->conninfoFree},
        {"PQfreemem", &library->freemem},
        {"PQconnectStartParams", &library->connectStartParams},
        {"PQconnectPoll", &library->connectPoll},
        {"PQstatus", &library->status},
        {"PQerrorMessage", &library->errorMessage},
        {"PQsocket", &library->socket},
        {"PQserverVersion", &library->serverVersion},
        {"PQbackendPID", &library->backendPID},
        {"PQsendQueryParams", &library->sendQueryParams},
        {"PQsendPrepare", &library->sendPrepare},
        {"PQsendQueryPrepared", &library->sendQueryPrepared},
        {"PQsendQuery", &library->sendQuery},
        {"PQconsumeInput", &library->consumeInput},
        {"PQisBusy", &library->isBusy},
        {"PQgetResult", &library->getResult},
        {"PQresultStatus", &library->resultStatus},
        {"PQresultErrorField", &library->resultErrorField},
        {"PQntuples", &library->ntuples},
        {"PQnfields", &library->nfields},
        {"PQgetvalue", &library->getvalue},
        {"PQgetlength", &library->getlength},
        {"PQgetisnull", &library->getisnull},
        {"PQcmdTuples", &library->cmdTuples},
        {"PQclear", &library->clear},
        {"PQnotifies", &library->notifies},
        {"PQencryptPasswordConn", &library->encryptPassword},
        {"PQfinish", &library->finish},
        {"PQsetNoticeProcessor", &library->setNoticeProcessor},
    };
    for (size_t index = 0; index < sizeof wanted / sizeof wanted[0]; index++) {
        void *found = dlsym(handle, wanted[index].name);
        if (!found) {
            char text[160];
            snprintf(text, sizeof text, "%s in it is missing", wanted[index].name);
            free(library);
            return say(reason, room, text);
        }
        // A function's address through an object pointer: POSIX promises that this works.
        memcpy(wanted[index].slot, &found, sizeof found);
    }
    return library;
}

static void ignore(void *nothing, const char *message) {
    (void)nothing;
    (void)message;
}

void cpostgres_silence(const cpostgres_library *library, PGconn *connection) {
    library->setNoticeProcessor(connection, ignore, NULL);
}

static long long now_ms(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

int cpostgres_wait(int socket, int what, int timeout_ms) {
    if (socket < 0) return -1;
    struct pollfd one = {.fd = socket, .events = 0};
    if (what & CPOSTGRES_WAIT_READ) one.events |= POLLIN;
    if (what & CPOSTGRES_WAIT_WRITE) one.events |= POLLOUT;
    long long end = now_ms() + timeout_ms;
    for (;;) {
        long long left = end - now_ms();
        int count = poll(&one, 1, left > 0 ? (int)left : 0);
        if (count > 0) return 1;
        if (count == 0) return 0;
        if (errno != EINTR && errno != EAGAIN) return -1;
    }
}
