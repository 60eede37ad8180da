// libpq, found while the program runs: building needs nothing of PostgreSQL's. What is declared here is a part of its
// stable interface (https://www.postgresql.org/docs/current/libpq.html), of version 5 of the library.
#ifndef RAPPORT_CPOSTGRES_H
#define RAPPORT_CPOSTGRES_H

#include <stddef.h>

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;

// One option of a connection; only the first four members are read.
typedef struct {
    char *_Nullable keyword;
    char *_Nullable environment;
    char *_Nullable compiled;
    char *_Nullable value;
    char *_Nullable label;
    char *_Nullable shown;
    int size;
} cpostgres_option;

// One notification. `next` is the library's own.
typedef struct cpostgres_notification {
    char *_Nullable channel;
    int process;
    char *_Nullable payload;
    struct cpostgres_notification *_Nullable next;
} cpostgres_notification;

enum { CPOSTGRES_CONNECTION_OK = 0, CPOSTGRES_CONNECTION_BAD = 1 };
enum { CPOSTGRES_POLL_FAILED = 0, CPOSTGRES_POLL_READING = 1, CPOSTGRES_POLL_WRITING = 2, CPOSTGRES_POLL_OK = 3 };
enum {
    CPOSTGRES_COMMAND_OK = 1,
    CPOSTGRES_ROWS_OK = 2,
    CPOSTGRES_COPY_OUT = 3,
    CPOSTGRES_COPY_IN = 4,
    CPOSTGRES_COPY_BOTH = 8
};
enum { CPOSTGRES_FIELD_STATE = 'C', CPOSTGRES_FIELD_MESSAGE = 'M', CPOSTGRES_FIELD_DETAIL = 'D' };

#ifdef __clang__
#pragma clang assume_nonnull begin
#endif

// The functions of the library that are used.
typedef struct {
    int (*_Nonnull libVersion)(void);
    cpostgres_option *_Nullable (*_Nonnull conninfoParse)(const char *info, char *_Nullable *_Nonnull reason);
    void (*_Nonnull conninfoFree)(cpostgres_option *options);
    void (*_Nonnull freemem)(void *memory);
    PGconn *_Nullable (*_Nonnull connectStartParams)(
        const char *_Nullable const *_Nonnull keywords, const char *_Nullable const *_Nonnull values, int expand);
    int (*_Nonnull connectPoll)(PGconn *connection);
    int (*_Nonnull status)(const PGconn *connection);
    const char *_Nullable (*_Nonnull errorMessage)(const PGconn *connection);
    int (*_Nonnull socket)(const PGconn *connection);
    int (*_Nonnull serverVersion)(const PGconn *connection);
    int (*_Nonnull backendPID)(const PGconn *connection);
    int (*_Nonnull sendQueryParams)(
        PGconn *connection, const char *command, int count, const unsigned *_Nullable types,
        const char *_Nullable const *_Nullable values, const int *_Nullable lengths, const int *_Nullable formats,
        int resultFormat);
    int (*_Nonnull sendPrepare)(
        PGconn *connection, const char *name, const char *command, int count, const unsigned *_Nullable types);
    int (*_Nonnull sendQueryPrepared)(
        PGconn *connection, const char *name, int count, const char *_Nullable const *_Nullable values,
        const int *_Nullable lengths, const int *_Nullable formats, int resultFormat);
    int (*_Nonnull sendQuery)(PGconn *connection, const char *commands);
    int (*_Nonnull consumeInput)(PGconn *connection);
    int (*_Nonnull isBusy)(PGconn *connection);
    PGresult *_Nullable (*_Nonnull getResult)(PGconn *connection);
    int (*_Nonnull resultStatus)(const PGresult *result);
    char *_Nullable (*_Nonnull resultErrorField)(const PGresult *result, int field);
    int (*_Nonnull ntuples)(const PGresult *result);
    int (*_Nonnull nfields)(const PGresult *result);
    char *_Nullable (*_Nonnull getvalue)(const PGresult *result, int row, int column);
    int (*_Nonnull getlength)(const PGresult *result, int row, int column);
    int (*_Nonnull getisnull)(const PGresult *result, int row, int column);
    char *_Nullable (*_Nonnull cmdTuples)(PGresult *result);
    void (*_Nonnull clear)(PGresult *_Nullable result);
    cpostgres_notification *_Nullable (*_Nonnull notifies)(PGconn *connection);
    char *_Nullable (*_Nonnull encryptPassword)(
        PGconn *connection, const char *password, const char *user, const char *_Nullable algorithm);
    void (*_Nonnull finish)(PGconn *connection);
    void (*_Nonnull setNoticeProcessor)(PGconn *connection, void (*_Nonnull said)(void *, const char *), void *_Nullable context);
} cpostgres_library;

// The functions of the shared library of this name; or NULL, with the reason in `reason`, cut to `room`. They stay for
// as long as the program runs.
const cpostgres_library *_Nullable cpostgres_load(const char *name, char *reason, size_t room);
// Notices of the server are not printed.
void cpostgres_silence(const cpostgres_library *library, PGconn *connection);

enum { CPOSTGRES_WAIT_READ = 1, CPOSTGRES_WAIT_WRITE = 2 };
// Waits for the socket. 1: ready; 0: time is up; -1: the socket is gone. Goes on after a signal.
int cpostgres_wait(int socket, int what, int timeout_ms);

#ifdef __clang__
#pragma clang assume_nonnull end
#endif
#endif
