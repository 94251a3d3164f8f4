/*
 * The user above a stack that has sockets: an agent that speaks protocol 1 (docs/protocol.md).
 *
 * One file of C99, no heap. Its data takes less than 4 KB unless LINE or HANDLES say otherwise.
 *
 *   cc -std=c99 -Os -o tcpspec-agent tcpspec-agent.c
 *
 *   tcpspec-agent                   speaks on its standard streams, ends when its input does
 *   tcpspec-agent ADDRESS PORT      waits there for the kit, one after the other; whoever comes must know the token
 *                                   that the environment variable TCPSPEC_TOKEN holds
 *
 * Its sockets are those of POSIX: Linux and the BSDs. -DTCPSPEC_LWIP takes lwIP's, -DTCPSPEC_ZEPHYR Zephyr's; these call
 * tcpspec_agent(in, out) from a program of their own, which starts the stack first. What a stack lacks at compile time is
 * left out of the capabilities; -DTCPSPEC_WITHOUT_ABORT takes out ABORT where SO_LINGER 0 sends no RST. A function
 *
 *   const char *tcpspec_state(const char *address, unsigned port, const char *peer, unsigned peer_port)
 *
 * makes STATUS of what the stack shows, if it is announced by -DTCPSPEC_STATE; Linux has its own.
 *
 * -DTCPSPEC_DRIVEN leaves out main(): another program hands on the requests and says when to look at the sockets, such as
 * one that drives the stack's clock (adapters/uml).
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#if defined(TCPSPEC_LWIP)
#include "lwip/inet.h"
#include "lwip/sockets.h"
#define S(call) lwip_##call
#define SPLIT 1 /* the control channel is the host's, the sockets are the stack's: they cannot be waited for together */
#elif defined(TCPSPEC_ZEPHYR)
#include <zephyr/net/socket.h>
#define S(call) zsock_##call
#define SPLIT 1
#else
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#define S(call) call
#define SPLIT 0
#if defined(__linux__)
#define LINUX 1
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/sockios.h>
#endif
#endif
#include <errno.h>
#if !defined(TCPSPEC_LWIP) /* lwIP has some of it itself */
#include <fcntl.h>
#endif
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#if defined(AF_INET6) && (!defined(TCPSPEC_LWIP) || LWIP_IPV6)
#define SIX 1 /* lwIP names the family even where it has no IPv6 */
#endif
#ifndef LINE
#define LINE 1024 /* octets of the longest line, either way */
#endif
#ifndef HANDLES
#define HANDLES 24 /* connections and listeners at once */
#endif
#define TEXT ((LINE - 96) / 2) /* octets of text in a line */
#define QUIET_MILLIS 10        /* how often what poll() cannot watch is looked at */
#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif
#ifndef MSG_MORE
#define MSG_MORE 0
#endif
#ifdef MSG_OOB
#define NOT_IN_PIECES MSG_OOB /* its last octet is what matters */
#else
#define NOT_IN_PIECES 0
#endif
#ifdef TCPSPEC_STATE
const char *tcpspec_state(const char *address, unsigned port, const char *peer, unsigned peer_port);
#endif
#ifdef TCPSPEC_DRIVEN
/* the other program's: */
uint64_t tcpspec_now(void);                        /* the stack's time, in nanoseconds */
void tcpspec_say(const char *line, unsigned size); /* a reply or an event */
void tcpspec_opened(int fd);                       /* it may watch a new socket */
#endif

/* What a handle is and what it has seen. */
enum { LISTENS = 1, READS = 2, OPENED = 4, CLOSED = 8, AT_END = 16, ENDED = 32, HUNG_UP = 64, REPORTS = 128, PRESSED = 256, NAGLE = 512 };

struct handle {
    uint32_t id; /* 0: free */
    int fd;
    uint16_t flags;
    uint32_t read;  /* octets of text so far, modulo 2^32 */
    uint32_t urgent; /* the end of urgent data that the user was told of */
};

static struct handle handles[HANDLES];
static struct pollfd polled[HANDLES + 1];
static char line[LINE];
static char said[LINE];
static unsigned length, spoken;
static uint32_t last_id;
static uint64_t began, number;
static char *words; /* what of the request is not read yet */
static int input, output, leaving, trusted;
static const char *token;
#ifdef TCPSPEC_DRIVEN
static unsigned long lines_spoken;
#endif

static uint64_t now(void) {
#ifdef TCPSPEC_DRIVEN
    return tcpspec_now();
#else
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
#endif
}

/* ---- lines out */

static void put(const char *text) {
    while (*text && spoken < LINE - 1) {
        said[spoken++] = *text++;
    }
}

static void put_number(uint64_t n) {
    char digits[21];
    unsigned at = sizeof digits - 1;
    digits[at] = 0;
    do {
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
    } while (n);
    put(digits + at);
}

static void put_field(const char *name, uint64_t n) {
    put(name);
    put_number(n);
}

static void put_times(uint64_t before) {
    put(" ");
    put_number(before);
    put(" ");
    put_number(now());
}

/* The octets stand at the end of the buffer, n of them; hexadecimal digits grow towards them and never catch up. */
static unsigned char *text_room(void) { return (unsigned char *)said + LINE - 1 - TEXT; }

static void put_hex(unsigned n) {
    static const char digits[] = "0123456789abcdef";
    unsigned char *octets = text_room();
    for (unsigned i = 0; i < n; i++) {
        unsigned char octet = octets[i];
        said[spoken++] = digits[octet >> 4];
        said[spoken++] = digits[octet & 15];
    }
}

static void speak(void) {
    said[spoken++] = '\n';
#ifdef TCPSPEC_DRIVEN
    lines_spoken++;
    tcpspec_say(said, spoken);
#else
    unsigned done = 0;
    while (done < spoken) {
        ssize_t n = write(output, said + done, spoken - done);
        if (n < 0 && errno != EINTR && errno != EAGAIN) {
            leaving = 1;
            break;
        }
        done += n > 0 ? (unsigned)n : 0;
    }
#endif
    spoken = 0;
}

static void ok(void) {
    spoken = 0;
    put_number(number);
    put(" ok");
    put_times(began);
}

static void refuse(const char *reason, const char *why) {
    spoken = 0;
    put_number(number);
    put(" refused");
    put_times(began);
    put(" ");
    put(reason);
    if (*why) {
        put(" ");
        put(why);
    }
    speak();
}

static void done(void) {
    ok();
    speak();
}

static void count(uint64_t n) {
    ok();
    put_field(" count=", n);
    speak();
}

static void event(const char *kind, uint64_t before, uint32_t id) {
    spoken = 0;
    put("event ");
    put(kind);
    put_times(before);
    put_field(" ", id);
}

/* ---- what the stack says, in the words of RFC 9293 */

static const char *name_of(int error) {
    switch (error) {
        case ECONNRESET: return "ECONNRESET";
        case EPIPE: return "EPIPE";
        case ECONNREFUSED: return "ECONNREFUSED";
        case ETIMEDOUT: return "ETIMEDOUT";
        case EHOSTUNREACH: return "EHOSTUNREACH";
        case ENETUNREACH: return "ENETUNREACH";
        case EADDRINUSE: return "EADDRINUSE";
        case EADDRNOTAVAIL: return "EADDRNOTAVAIL";
        case ENOTCONN: return "ENOTCONN";
        case EISCONN: return "EISCONN";
        case EINVAL: return "EINVAL";
        case ECONNABORTED: return "ECONNABORTED";
        case EINPROGRESS: return "EINPROGRESS";
        default: break;
    }
    static char unnamed[16];
    snprintf(unnamed, sizeof unnamed, "errno_%d", error);
    return unnamed;
}

static const char *for_want_of(int error) {
    return error == ENOBUFS || error == ENOMEM || error == EMFILE || error == ENFILE ? "insufficient-resources"
                                                                                     : "refused";
}

static void refuse_opening(int error, int port_chosen) {
    const char *reason;
    switch (error) {
        case EADDRINUSE:
        case EISCONN: reason = "connection-already-exists"; break;
        case EADDRNOTAVAIL:
            reason = port_chosen > 0    ? "connection-already-exists"
                     : port_chosen == 0 ? "insufficient-resources"
                                        : "connection-illegal-for-this-process";
            break;
        case EACCES:
        case EPERM: reason = "connection-illegal-for-this-process"; break;
        case ENETUNREACH:
        case EHOSTUNREACH:
        case EINVAL:
        case EAFNOSUPPORT: reason = "remote-socket-invalid"; break;
        case ECONNREFUSED: reason = "connection-refused"; break;
        default: reason = for_want_of(error); break;
    }
    refuse(reason, name_of(error));
}

static const char *ending(int error) {
    switch (error) {
        case ECONNRESET:
        case EPIPE: /* Linux says so for a RST that comes in CLOSE-WAIT */
        case ECONNABORTED: return "connection-reset";
        case ECONNREFUSED: return "connection-refused";
        case ETIMEDOUT: return "connection-aborted-due-to-user-timeout";
        default: return "error";
    }
}

static int is_open(const struct handle *h) {
    struct sockaddr_storage a;
    socklen_t n = sizeof a;
    return S(getpeername)(h->fd, (struct sockaddr *)&a, &n) == 0;
}

/* After CLOSE. lwIP's sockets part from a connection that is closed both ways, and say the same of all calls after that. */
static int may_be_there(const struct handle *h) {
#if defined(TCPSPEC_LWIP)
    (void)h;
    return 1;
#else
    return is_open(h);
#endif
}

static void take_reports(const struct handle *h) {
#ifdef LINUX
    struct msghdr m;
    memset(&m, 0, sizeof m);
    while (recvmsg(h->fd, &m, MSG_ERRQUEUE | MSG_DONTWAIT) >= 0) {
        memset(&m, 0, sizeof m);
    }
#else
    (void)h;
#endif
}

/* A connection has failed, unless its user wants reports and it lives on. */
static void failed(struct handle *h, uint64_t before, int error) {
    int lives = (h->flags & REPORTS) && is_open(h);
    event(lives ? "error-report" : ending(error), before, h->id);
    put(" words=");
    put(name_of(error));
    speak();
    if (!lives) {
        h->flags |= ENDED;
    }
}

/* The refusal of a call may be the first sign of the connection's end: that is told first. */
static void refuse_calling(struct handle *h, int error) {
    const char *reason;
    switch (error) {
        case ECONNRESET:
        case ECONNABORTED:
        case ECONNREFUSED:
        case ETIMEDOUT:
            reason = ending(error);
            if (!(h->flags & ENDED)) {
                failed(h, now(), error);
            }
            break;
        case EPIPE: reason = h->flags & CLOSED ? "connection-closing" : "connection-does-not-exist"; break;
        case ENOTCONN:
            reason = h->flags & CLOSED && may_be_there(h) ? "connection-closing" : "connection-does-not-exist";
            break;
        default: reason = for_want_of(error); break;
    }
    refuse(reason, name_of(error));
}

/* ---- words in */

static char *word(void) {
    char *start = words;
    if (!*start) {
        return NULL;
    }
    while (*words && *words != ' ') {
        words++;
    }
    if (*words) {
        *words++ = 0;
    }
    return start;
}

/* The next word as a number; *good becomes 0 if there is none. */
static uint64_t word_number(int *good) {
    const char *digits = word();
    int minus = digits && *digits == '-';
    uint64_t n = 0;
    if (!digits || !digits[minus]) {
        *good = 0;
        return 0;
    }
    for (digits += minus; *digits; digits++) {
        if (*digits < '0' || *digits > '9') {
            *good = 0;
            return 0;
        }
        n = n * 10 + (uint64_t)(*digits - '0');
    }
    return minus ? ~n + 1 : n;
}

static int nibble(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The next word as octets, in its own place; NULL if it is not hexadecimal. */
static unsigned char *word_octets(unsigned *n) {
    char *hex = word();
    static char none[1];
    hex = hex ? hex : none;
    for (*n = 0; hex[2 * *n]; (*n)++) {
        int high = nibble(hex[2 * *n]);
        int low = nibble(hex[2 * *n + 1]);
        if (high < 0 || low < 0) {
            return NULL;
        }
        hex[*n] = (char)(high << 4 | low);
    }
    return (unsigned char *)hex;
}

struct ends {
    struct sockaddr_storage at;
    socklen_t size;
    unsigned port;
    char *text;
};

static int word_end(struct ends *e) {
    int good = 1;
    struct sockaddr_in *four = (struct sockaddr_in *)&e->at;
    memset(&e->at, 0, sizeof e->at);
    e->text = word();
    e->port = (unsigned)word_number(&good);
    if (!e->text || !good || e->port > 65535) {
        return 0;
    }
    if (S(inet_pton)(AF_INET, e->text, &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons((uint16_t)e->port);
        e->size = sizeof *four;
        return 1;
    }
#ifdef SIX
    struct sockaddr_in6 *six = (struct sockaddr_in6 *)&e->at;
    if (S(inet_pton)(AF_INET6, e->text, &six->sin6_addr) == 1) {
        six->sin6_family = AF_INET6;
        six->sin6_port = htons((uint16_t)e->port);
        e->size = sizeof *six;
        return 1;
    }
#endif
    return 0;
}

/* ---- handles */

static struct handle *free_handle(void) {
    for (unsigned i = 0; i < HANDLES; i++) {
        if (!handles[i].id) {
            return &handles[i];
        }
    }
    return NULL;
}

static void take(struct handle *h, int fd, unsigned flags) {
    memset(h, 0, sizeof *h);
    h->id = ++last_id;
    h->fd = fd;
    h->flags = (uint16_t)flags;
#ifdef TCPSPEC_DRIVEN
    tcpspec_opened(fd);
#endif
}

/* The handle that the next word names; refuses and returns NULL if there is none. */
static struct handle *word_handle(int listens) {
    int good = 1;
    uint64_t id = word_number(&good);
    for (unsigned i = 0; good && i < HANDLES; i++) {
        if (handles[i].id && handles[i].id == id && !(handles[i].flags & LISTENS) == !listens) {
            return &handles[i];
        }
    }
    refuse("connection-does-not-exist", listens ? "no such listener" : "no such connection");
    return NULL;
}

static void set_option(int fd, int level, int option, int value) { (void)S(setsockopt)(fd, level, option, &value, sizeof value); }

static int not_blocking(int fd) {
#if defined(TCPSPEC_LWIP)
    int on = 1;
    return lwip_ioctl(fd, FIONBIO, &on);
#else
    return S(fcntl)(fd, F_SETFL, O_NONBLOCK);
#endif
}

static void end_handle(struct handle *h, int abort) {
    if (abort && !(h->flags & (LISTENS | ENDED))) {
        struct linger at_once;
        at_once.l_onoff = 1;
        at_once.l_linger = 0;
        S(setsockopt)(h->fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    }
    S(close)(h->fd);
    h->id = 0;
}

static void end_all(void) {
    for (unsigned i = 0; i < HANDLES; i++) {
        if (handles[i].id && (handles[i].flags & LISTENS)) {
            end_handle(&handles[i], 1);
        }
    }
    for (unsigned i = 0; i < HANDLES; i++) {
        if (handles[i].id) {
            end_handle(&handles[i], 1);
        }
    }
}

/* ---- urgent data: inline in the stream, with a mark at its last octet at which reads stop */

#if defined(MSG_OOB) && defined(SO_OOBINLINE) && defined(SIOCINQ)
#define URGENT 1
#endif

static int urgent_left(const struct handle *h) {
#ifdef URGENT
    char octet;
    int before = 0;
    /* only of octets that are not inline is it told where they are; nothing is read meanwhile */
    set_option(h->fd, SOL_SOCKET, SO_OOBINLINE, 0);
    int pending = S(recv)(h->fd, &octet, 1, MSG_OOB | MSG_PEEK | MSG_DONTWAIT) >= 0 || errno == EAGAIN;
    if (pending) {
        ioctl(h->fd, SIOCINQ, &before);
    }
    set_option(h->fd, SOL_SOCKET, SO_OOBINLINE, 1);
    return pending ? before + 1 : 0;
#else
    (void)h;
    return 0;
#endif
}

static void tell_urgent(struct handle *h) {
    uint64_t before = now();
    int left = urgent_left(h);
    h->flags = (uint16_t)(left ? h->flags | PRESSED : h->flags & ~PRESSED);
    if (left && (int32_t)(h->read + (uint32_t)left - h->urgent) > 0) {
        h->urgent = h->read + (uint32_t)left;
        event("urgent-data", before, h->id);
        speak();
    }
}

/* ---- what comes by itself */

static void at_end(struct handle *h, uint64_t before) {
    if (!(h->flags & AT_END)) {
        h->flags |= AT_END;
        event("connection-closing", before, h->id);
        speak();
    }
}

static void read_all(struct handle *h) {
    for (;;) {
        tell_urgent(h);
        uint64_t before = now();
        ssize_t n = S(recv)(h->fd, text_room(), TEXT, 0);
        if (n == 0) {
            at_end(h, before);
            return;
        }
        if (n < 0) {
            if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
                failed(h, before, errno);
            }
            return;
        }
        h->read += (uint32_t)n;
        event("data", before, h->id);
        put(" text=");
        put_hex((unsigned)n);
        speak();
    }
}

static void put_end(const char *name, const struct sockaddr_storage *a) {
    char text[48] = "";
    unsigned port = 0;
    if (a->ss_family == AF_INET) {
        const struct sockaddr_in *four = (const struct sockaddr_in *)a;
        S(inet_ntop)(AF_INET, &four->sin_addr, text, sizeof text);
        port = ntohs(four->sin_port);
    }
#ifdef SIX
    if (a->ss_family == AF_INET6) {
        const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)a;
        S(inet_ntop)(AF_INET6, &six->sin6_addr, text, sizeof text);
        port = ntohs(six->sin6_port);
    }
#endif
    put(" ");
    put(name);
    put("=");
    put(text);
    put(" ");
    put(name);
    put_field("-port=", port);
}

static void put_ends(int fd) {
    struct sockaddr_storage a;
    socklen_t n = sizeof a;
    memset(&a, 0, sizeof a);
    S(getsockname)(fd, (struct sockaddr *)&a, &n);
    put_end("local", &a);
    n = sizeof a;
    memset(&a, 0, sizeof a);
    S(getpeername)(fd, (struct sockaddr *)&a, &n);
    put_end("remote", &a);
}

static void accept_all(struct handle *listener) {
    for (;;) {
        struct handle *h = free_handle();
        uint64_t before = now();
        struct sockaddr_storage a;
        socklen_t n = sizeof a;
        int fd = h ? S(accept)(listener->fd, (struct sockaddr *)&a, &n) : -1;
        if (fd < 0) {
            if (h && errno == ECONNABORTED) {
                continue;
            }
            return;
        }
        not_blocking(fd);
        set_option(fd, IPPROTO_TCP, TCP_NODELAY, !(listener->flags & NAGLE)); /* lwIP's do not inherit it */
#ifdef URGENT
        set_option(fd, SOL_SOCKET, SO_OOBINLINE, 1);
#endif
        take(h, fd, OPENED | (listener->flags & (READS | REPORTS)));
        event("open-completed", before, h->id);
        put_field(" listener=", listener->id);
        put_ends(fd);
        speak();
    }
}

static void take_error(struct handle *h, int hung_up) {
    uint64_t before = now();
    int error = 0;
    socklen_t n = sizeof error;
    S(getsockopt)(h->fd, SOL_SOCKET, SO_ERROR, &error, &n);
    take_reports(h);
    if (error) {
        failed(h, before, error);
    } else if (hung_up) {
        h->flags |= HUNG_UP; /* poll() would say so for ever */
    }
}

static void ready(struct handle *h, int bits) {
    if (h->flags & LISTENS) {
        accept_all(h);
        return;
    }
    if (!(h->flags & OPENED) && (bits & POLLOUT) && !(bits & POLLERR) && is_open(h)) {
        uint64_t before = now();
        h->flags |= OPENED;
        event("open-completed", before, h->id);
        put_ends(h->fd);
        speak();
    }
    if ((h->flags & OPENED) && (bits & POLLPRI)) {
        tell_urgent(h);
    }
    if ((h->flags & (OPENED | READS | AT_END)) == (OPENED | READS) && (bits & POLLIN)) {
        read_all(h);
    }
    if (!(h->flags & ENDED) && (bits & (POLLERR | POLLHUP | POLLNVAL))) {
        take_error(h, bits & POLLHUP);
    }
}

static short interest(const struct handle *h) {
    if (h->flags & LISTENS) {
        return POLLIN;
    }
    if (!(h->flags & OPENED)) {
        return POLLOUT;
    }
    return (short)((h->flags & PRESSED ? 0 : POLLPRI) | ((h->flags & (READS | AT_END)) == READS ? POLLIN : 0));
}

/* ---- the verbs */

/* The words option=number that are left; 0 after a refusal. For fd -1 only what is no socket option is taken. */
static int choose(struct handle *h, int fd, int six, unsigned *flags) {
    for (char *w = word(); w; w = word()) {
        char *sign = strchr(w, '=');
        int value = sign ? atoi(sign + 1) : 0;
        size_t n = sign ? (size_t)(sign - w) : 0;
        (void)six;
#ifdef IP_TOS
        if (n == 8 && !strncmp(w, "diffserv", n)) {
#ifdef IPV6_TCLASS
            if (six) {
                set_option(fd, IPPROTO_IPV6, IPV6_TCLASS, value << 2);
                continue;
            }
#endif
            set_option(fd, IPPROTO_IP, IP_TOS, value << 2);
            continue;
        }
#endif
#ifdef IP_TTL
        if (n == 12 && !strncmp(w, "time-to-live", n)) {
#ifdef IPV6_UNICAST_HOPS
            if (six) {
                set_option(fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, value);
                continue;
            }
#endif
            set_option(fd, IPPROTO_IP, IP_TTL, value);
            continue;
        }
#endif
#ifdef LINUX
        if (n == 13 && !strncmp(w, "error-reports", n)) {
            set_option(fd, six ? IPPROTO_IPV6 : IPPROTO_IP, six ? IPV6_RECVERR : IP_RECVERR, value);
            *flags = value ? *flags | REPORTS : *flags & ~(unsigned)REPORTS;
            continue;
        }
#endif
        refuse("call-not-offered", w);
        return 0;
    }
    (void)h;
    return 1;
}

static int new_socket(const struct ends *local, int nagle) {
    int fd = S(socket)(local->at.ss_family, SOCK_STREAM, 0);
    if (fd >= 0) {
        not_blocking(fd);
        set_option(fd, SOL_SOCKET, SO_REUSEADDR, 1);
        set_option(fd, IPPROTO_TCP, TCP_NODELAY, !nagle);
#ifdef URGENT
        set_option(fd, SOL_SOCKET, SO_OOBINLINE, 1);
#endif
    }
    return fd;
}

static int is_six(const struct ends *e) {
#ifdef SIX
    return e->at.ss_family == AF_INET6;
#else
    (void)e;
    return 0;
#endif
}

static void verb_listen(void) {
    struct ends local;
    int good = 1;
    int valid = word_end(&local);
    int backlog = (int)word_number(&good);
    unsigned flags = word_number(&good) == 1 ? LISTENS | READS : LISTENS;
    int nagle = word_number(&good) == 1;
    struct handle *h = free_handle();
    int fd;
    if (!valid || !good) {
        refuse(valid ? "refused" : "remote-socket-invalid", "not understood");
    } else if (!h) {
        refuse("insufficient-resources", "no handle left");
    } else if ((fd = new_socket(&local, nagle)) < 0) {
        refuse_opening(errno, -1);
    } else if (choose(h, fd, is_six(&local), &flags)) {
        if (S(bind)(fd, (struct sockaddr *)&local.at, local.size) || S(listen)(fd, backlog)) {
            refuse_opening(errno, -1);
            S(close)(fd);
            return;
        }
        take(h, fd, flags | (nagle ? NAGLE : 0));
        ok();
        put_field(" listener=", h->id);
        speak();
    } else {
        S(close)(fd);
    }
}

static void verb_connect(void) {
    struct ends local, remote;
    int good = 1;
    int valid = word_end(&local) && word_end(&remote);
    unsigned flags = word_number(&good) == 1 ? READS : 0;
    int nagle = word_number(&good) == 1;
    struct handle *h = free_handle();
    int fd;
    if (!valid || !good) {
        refuse(valid ? "refused" : "remote-socket-invalid", "not understood");
    } else if (!h) {
        refuse("insufficient-resources", "no handle left");
    } else if ((fd = new_socket(&local, nagle)) < 0) {
        refuse_opening(errno, -1);
    } else if (choose(h, fd, is_six(&local), &flags)) {
        socklen_t n = sizeof local.at;
#ifdef IP_BIND_ADDRESS_NO_PORT
        if (!local.port) {
            set_option(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1);
        }
#endif
        if (S(bind)(fd, (struct sockaddr *)&local.at, local.size)) {
            refuse_opening(errno, -1);
            S(close)(fd);
        } else if (S(connect)(fd, (struct sockaddr *)&remote.at, remote.size) && errno != EINPROGRESS) {
            refuse_opening(errno, local.port != 0);
            S(close)(fd);
        } else {
            take(h, fd, flags);
            S(getsockname)(fd, (struct sockaddr *)&local.at, &n);
            ok();
            put_field(" connection=", h->id);
            put_field(" local-port=", ntohs(((struct sockaddr_in *)&local.at)->sin_port)); /* at the same place in both */
            speak();
        }
    } else {
        S(close)(fd);
    }
}

static struct handle *living(void) {
    struct handle *h = word_handle(0);
    if (h && (h->flags & ENDED)) {
        refuse("connection-does-not-exist", "the connection has ended");
        return NULL;
    }
    return h;
}

static unsigned char pattern(uint64_t seed, uint64_t i) {
    uint64_t x = i * UINT64_C(0x9E3779B97F4A7C15) + seed;
    x ^= x >> 29;
    return (unsigned char)(x * UINT64_C(0xBF58476D1CE4E5B9) >> 56);
}

/* As many octets as the stack takes; -1 after a refusal. */
static long give(struct handle *h, const unsigned char *octets, unsigned n, int flags) {
    unsigned taken = 0;
    unsigned most = n;
    while (taken < n && most) {
        unsigned piece = n - taken < most ? n - taken : most;
        ssize_t now_taken = S(send)(h->fd, octets + taken, piece, MSG_NOSIGNAL | flags);
        if (now_taken >= 0) {
            taken += (unsigned)now_taken;
        } else if ((errno == EAGAIN || errno == EWOULDBLOCK) && !(flags & NOT_IN_PIECES)) {
            most = piece / 2; /* lwIP takes all of what it is given or nothing, where it wants many segments for that */
        } else if (taken || errno == EAGAIN || errno == EWOULDBLOCK) {
            break;
        } else {
            refuse_calling(h, errno);
            return -1;
        }
    }
    return (long)taken;
}

static void verb_send(int urgent) {
    struct handle *h = living();
    unsigned n;
    unsigned char *octets = h ? word_octets(&n) : NULL;
    if (h && !octets) {
        refuse("refused", "no hexadecimal octets");
    } else if (h) {
        const char *more = word();
        int flags = more && !strcmp(more, "more") ? MSG_MORE : 0;
#ifdef URGENT
        flags = urgent ? MSG_OOB : flags;
#endif
        long taken = give(h, octets, n, flags);
        if (taken >= 0) {
            count((uint64_t)taken);
        }
    }
    (void)urgent;
}

static void verb_send_pattern(void) {
    struct handle *h = living();
    int good = 1;
    uint64_t seed = word_number(&good), offset = word_number(&good), n = word_number(&good), taken = 0;
    while (h && good && taken < n) {
        unsigned char *octets = text_room();
        unsigned piece = n - taken < TEXT ? (unsigned)(n - taken) : TEXT;
        for (unsigned i = 0; i < piece; i++) {
            octets[i] = pattern(seed, offset + taken + i);
        }
        long now_taken = give(h, octets, piece, taken + piece < n ? MSG_MORE : 0);
        if (now_taken < 0) {
            return;
        }
        taken += (uint64_t)now_taken;
        if ((unsigned long)now_taken < piece) {
            break;
        }
    }
    if (h && good) {
        count(taken);
    } else if (h) {
        refuse("refused", "no number");
    }
}

/* The octets read into the text room; -1 after a refusal. */
static long fetch(struct handle *h, unsigned max) {
    uint64_t before = now();
    unsigned room = max < TEXT ? max : TEXT;
    unsigned had = 0;
    for (;;) {
        ssize_t n = S(recv)(h->fd, text_room() + had, room - had, 0);
        if (n > 0) {
            h->read += (uint32_t)n;
            had += (unsigned)n;
            /* a read stops at the mark of urgent data; RECEIVE does not */
            if (had < room && urgent_left(h)) {
                continue;
            }
            return (long)had;
        }
        if (had || room == 0 || (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))) {
            return (long)had;
        }
        if (n < 0 && !(errno == ENOTCONN && h->flags & AT_END)) { /* lwIP tells the end of the stream once */
            refuse_calling(h, errno);
        } else {
            at_end(h, before);
            refuse("connection-closing", "end of stream");
        }
        return -1;
    }
}

static void verb_receive(void) {
    struct handle *h = living();
    int good = 1;
    uint64_t max = word_number(&good);
    if (h && !good) {
        refuse("refused", "no number");
    } else if (h) {
        long n = fetch(h, max < TEXT ? (unsigned)max : TEXT);
        if (n >= 0) {
            ok();
            put(" text=");
            put_hex((unsigned)n);
            speak();
        }
    }
}

static void verb_recv_check(void) {
    struct handle *h = living();
    int good = 1;
    uint64_t seed = word_number(&good), offset = word_number(&good), max = word_number(&good), all = 0;
    long n = 1;
    while (h && good && n > 0 && all < max) {
        n = fetch(h, max - all < TEXT ? (unsigned)(max - all) : TEXT);
        if (n < 0) {
            return;
        }
        for (long i = 0; i < n; i++) {
            if (text_room()[i] != pattern(seed, offset + all + (uint64_t)i)) {
                refuse("refused", "not the pattern's octets");
                return;
            }
        }
        all += (uint64_t)n;
        n = (unsigned long)n < TEXT ? 0 : n;
    }
    if (h && good) {
        count(all);
    } else if (h) {
        refuse("refused", "no number");
    }
}

static void verb_number(const char *verb) {
    struct handle *h = living();
    int good = 1;
    uint64_t n = word_number(&good);
    if (!h) {
        return;
    }
    if (!good || n > INT32_MAX) {
        refuse("refused", "out of range");
        return;
    }
#ifdef TCP_USER_TIMEOUT
    if (!strcmp(verb, "user-timeout")) {
        set_option(h->fd, IPPROTO_TCP, TCP_USER_TIMEOUT, (int)n);
        done();
        return;
    }
#endif
#if defined(TCP_KEEPIDLE) && defined(TCP_KEEPINTVL)
    int seconds = (int)((n + 999) / 1000);
    if (!strcmp(verb, "keep-alive")) {
        set_option(h->fd, SOL_SOCKET, SO_KEEPALIVE, n == 1);
        done();
        return;
    }
    if (!strcmp(verb, "keep-alive-interval") && n == 0) {
        refuse("refused", "out of range: 0");
        return;
    }
    if (!strcmp(verb, "keep-alive-interval")) {
        set_option(h->fd, IPPROTO_TCP, TCP_KEEPINTVL, seconds);
        set_option(h->fd, IPPROTO_TCP, TCP_KEEPIDLE, seconds);
        done();
        return;
    }
#endif
    refuse("call-not-offered", verb);
}

#ifdef LINUX
/* By sock_diag(7): it tells orphans and TIME-WAIT too, and of no connection the listener that would take its SYN. */
static const char *diagnosed(const struct ends *local, const struct ends *remote) {
    static const char *const names[] = {"", "ESTABLISHED", "SYN-SENT", "SYN-RECEIVED", "FIN-WAIT-1", "FIN-WAIT-2",
        "TIME-WAIT", "CLOSED", "CLOSE-WAIT", "LAST-ACK", "LISTEN", "CLOSING", "SYN-RECEIVED", "CLOSED"};
    struct {
        struct nlmsghdr head;
        struct inet_diag_req_v2 body;
    } q;
    union {
        struct nlmsghdr head;
        char octets[512];
    } a;
    const char *state = NULL;
    int diag = socket(AF_NETLINK, SOCK_RAW, NETLINK_SOCK_DIAG);
    memset(&q, 0, sizeof q);
    q.head.nlmsg_len = sizeof q;
    q.head.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    q.head.nlmsg_flags = NLM_F_REQUEST;
    q.body.sdiag_family = (uint8_t)local->at.ss_family;
    q.body.sdiag_protocol = IPPROTO_TCP;
    q.body.idiag_states = UINT32_MAX;
    q.body.id.idiag_sport = htons((uint16_t)local->port);
    q.body.id.idiag_dport = htons((uint16_t)remote->port);
    inet_pton(local->at.ss_family, local->text, q.body.id.idiag_src);
    inet_pton(local->at.ss_family, remote->text, q.body.id.idiag_dst);
    q.body.id.idiag_cookie[0] = q.body.id.idiag_cookie[1] = UINT32_MAX;
    if (diag >= 0 && send(diag, &q, sizeof q, 0) == (ssize_t)sizeof q
        && recv(diag, &a, sizeof a, MSG_DONTWAIT) >= (ssize_t)NLMSG_LENGTH(sizeof(int))) {
        const struct inet_diag_msg *m = NLMSG_DATA(&a.head);
        const struct nlmsgerr *e = NLMSG_DATA(&a.head);
        if (a.head.nlmsg_type == SOCK_DIAG_BY_FAMILY && m->idiag_state < sizeof names / sizeof *names) {
            state = names[m->idiag_state];
        } else if (a.head.nlmsg_type == NLMSG_ERROR && e->error == -ENOENT) {
            state = "CLOSED";
        }
    }
    close(diag);
    return state;
}

static int setting(const char *path, char *value, size_t n, int writes) {
    int fd = open(path, writes ? O_WRONLY : O_RDONLY);
    ssize_t did = fd < 0 ? -1 : writes ? write(fd, value, strlen(value)) : read(fd, value, n - 1);
    if (fd >= 0) {
        close(fd);
    }
    if (did >= 0 && !writes) {
        value[did] = 0;
        for (char *c = value; *c; c++) {
            *c = *c == '\t' ? ' ' : *c;
        }
        value[strcspn(value, "\n")] = 0;
    }
    return did >= 0;
}

static void verb_set(void) {
    const char *name = word();
    char path[128], was[96], is[96];
    if (!name || strncmp(name, "net.", 4) || strchr(name, '/') || strstr(name, "..") || strlen(name) > 100) {
        refuse("refused", "not a setting of a network namespace");
        return;
    }
    snprintf(path, sizeof path, "/proc/sys/%s", name);
    for (char *c = path; *c; c++) {
        *c = *c == '.' ? '/' : *c;
    }
    if (!setting(path, was, sizeof was, 0)) {
        refuse("refused", "this kernel has no such setting");
    } else if (!setting(path, words, 0, 1) || !setting(path, is, sizeof is, 0) || strcmp(is, words)) {
        refuse("refused", "it cannot be set to that");
    } else {
        ok();
        put(" was=");
        for (char *c = was; *c; c++) {
            *c = *c == ' ' ? '_' : *c;
        }
        put(was);
        speak();
    }
}
#endif

static void verb_status(void) {
    struct ends local, remote;
    const char *state = NULL;
    int valid = word_end(&local) && word_end(&remote);
#if defined(TCPSPEC_STATE)
    state = valid ? tcpspec_state(local.text, local.port, remote.text, remote.port) : NULL;
#elif defined(LINUX)
    state = valid ? diagnosed(&local, &remote) : NULL;
#endif
    if (!valid) {
        refuse("remote-socket-invalid", "not understood");
    } else if (!state) {
        refuse("call-not-offered", "status");
    } else {
        ok();
        put(" state=");
        put(state);
        speak();
    }
}

static void verb_hello(void) {
    ok();
    put(" version=1 capabilities=PASSIVE_OPEN,ACTIVE_OPEN,CHOOSE_LOCAL_PORT,CLOSE,CLOSE_BOTH_WAYS,SEND,RECEIVE_ON_DEMAND"
        ",NAGLE_SWITCH");
#ifndef TCPSPEC_WITHOUT_ABORT
    put(",ABORT");
#endif
#if defined(LINUX) || defined(TCPSPEC_STATE)
    put(",STATUS");
#endif
#ifdef TCP_USER_TIMEOUT
    put(",USER_TIMEOUT");
#endif
#ifdef URGENT
    put(",URGENT");
#endif
#if defined(TCP_KEEPIDLE) && defined(TCP_KEEPINTVL)
    put(",KEEP_ALIVE");
#endif
#ifdef IP_TOS
    put(",DIFFSERV");
#endif
#ifdef IP_TTL
    put(",TIME_TO_LIVE");
#endif
#if !SPLIT
    put(",SECOND_ADDRESS,LOOPBACK");
#endif
#ifdef LINUX
    put(",ERROR_REPORTS,SETTINGS");
#endif
#ifdef SIX
    int six = S(socket)(AF_INET6, SOCK_STREAM, 0);
    if (six >= 0) {
        S(close)(six);
        put(",IPV6");
    }
#endif
    put_field(" line=", LINE);
    put_field(" connections=", HANDLES);
    put(" agent=c-1");
    speak();
}

/* lwIP shuts down nothing that is not open yet: CLOSE in SYN-SENT is its close(). 0 after a refusal. */
static int gives_up_opening(struct handle *h, int error) {
    if (error == ENOTCONN && !(h->flags & OPENED)) {
        take_error(h, 0);
        if (!(h->flags & ENDED)) {
            end_handle(h, 0);
            return 1;
        }
    }
    refuse_calling(h, error);
    return 0;
}

static void on_handle(const char *verb) {
    int last = !strcmp(verb, "abort") || !strcmp(verb, "close-both-ways");
    struct handle *h = last ? word_handle(0) : living();
    if (!h) {
        return;
    }
    if (last) {
        int ended = h->flags & ENDED;
        end_handle(h, *verb == 'a');
        if (ended) {
            refuse("connection-does-not-exist", "the connection has ended");
            return;
        }
    } else if (!strcmp(verb, "start-reading")) {
        h->flags |= READS;
    } else if (!strcmp(verb, "urgent-left")) {
        count((uint64_t)urgent_left(h));
        return;
    } else if (!strcmp(verb, "choose")) {
        struct sockaddr_storage a;
        socklen_t n = sizeof a;
        unsigned flags = h->flags;
        S(getsockname)(h->fd, (struct sockaddr *)&a, &n);
        int six = 0;
#ifdef SIX
        six = a.ss_family == AF_INET6;
#endif
        if (!choose(h, h->fd, six, &flags)) {
            return;
        }
        h->flags = (uint16_t)flags;
    } else if (S(shutdown)(h->fd, SHUT_WR)) {
        if (!gives_up_opening(h, errno)) {
            return;
        }
    } else {
        h->flags |= CLOSED;
    }
    done();
}

/* ---- requests */

static int is(const char *verb, const char *one) { return !strcmp(verb, one); }

static void ask_token(const char *verb) {
    size_t n = token ? strlen(token) : 0;
    int differs = !is(verb, "token") || strlen(words) != n;
    for (size_t i = 0; !differs && i < n; i++) {
        differs |= words[i] ^ token[i];
    }
    if (differs) {
        refuse("connection-illegal-for-this-process", "the token is missing or wrong");
        leaving = 1;
    } else {
        trusted = 1;
        done();
    }
}

static void request(void) {
    int good = 1;
    began = now();
    words = line;
    number = word_number(&good);
    const char *verb = good ? word() : NULL;
    if (!verb) {
        number = 0;
        refuse("refused", "not a request");
    } else if (!trusted) {
        ask_token(verb);
    } else if (is(verb, "hello")) {
        verb_hello();
    } else if (is(verb, "bye")) {
        end_all();
        done();
        leaving = 1;
    } else if (is(verb, "listen")) {
        verb_listen();
    } else if (is(verb, "connect")) {
        verb_connect();
    } else if (is(verb, "send")) {
        verb_send(0);
#ifdef URGENT
    } else if (is(verb, "send-urgent")) {
        verb_send(1);
    } else if (is(verb, "urgent-left")) {
        on_handle(verb);
#endif
    } else if (is(verb, "send-pattern")) {
        verb_send_pattern();
    } else if (is(verb, "receive")) {
        verb_receive();
    } else if (is(verb, "recv-check")) {
        verb_recv_check();
    } else if (is(verb, "user-timeout") || is(verb, "keep-alive") || is(verb, "keep-alive-interval")) {
        verb_number(verb);
#ifndef TCPSPEC_WITHOUT_ABORT
    } else if (is(verb, "abort")) {
        on_handle(verb);
#endif
    } else if (is(verb, "start-reading") || is(verb, "close") || is(verb, "close-both-ways") || is(verb, "choose")) {
        on_handle(verb);
    } else if (is(verb, "close-listener")) {
        struct handle *h = word_handle(1);
        if (h) {
            end_handle(h, 0);
            done();
        }
    } else if (is(verb, "status")) {
        verb_status();
#ifdef LINUX
    } else if (is(verb, "set")) {
        verb_set();
#endif
    } else {
        refuse("call-not-offered", verb);
    }
}

static void listen_to_kit(void) {
    static int too_long;
    ssize_t n = read(input, line + length, LINE - 1 - length);
    if (n <= 0) {
        leaving = n == 0 || (errno != EINTR && errno != EAGAIN) ? 1 : leaving;
        return;
    }
    length += (unsigned)n;
    char *end = memchr(line, '\n', length);
    while (end && !leaving) {
        unsigned used = (unsigned)(end - line) + 1;
        *end = 0;
        if (too_long) {
            too_long = 0;
        } else {
            request();
        }
        length -= used;
        memmove(line, line + used, length);
        end = memchr(line, '\n', length);
    }
    if (length == LINE - 1) {
        began = now();
        number = 0;
        refuse("refused", "the line is too long");
        too_long = 1;
        length = 0;
    }
}

/* Waits for something to happen; the last entry is the control channel's where that can be waited for together. */
static void wait_and_serve(void) {
    uint32_t asked[HANDLES];
    unsigned n = 0;
    int watch = SPLIT;
    for (unsigned i = 0; i < HANDLES; i++) {
        struct handle *h = &handles[i];
        int quiet = h->flags & (HUNG_UP | PRESSED);
        asked[i] = h->id;
        polled[i].fd = h->id && !(h->flags & (ENDED | HUNG_UP)) ? h->fd : -1;
        polled[i].events = interest(h);
        polled[i].revents = 0;
        watch |= h->id && !(h->flags & ENDED) && quiet;
        n = h->id ? i + 1 : n;
    }
#if SPLIT
    unsigned filled = 0;
    struct pollfd *p = polled;
    for (unsigned i = 0; i < n; i++) { /* not every stack passes over fd -1 */
        if (polled[i].fd >= 0) {
            asked[filled] = i;
            p[filled] = polled[i];
            filled++;
        }
    }
    if (S(poll)(p, filled, filled ? 2 : 0) > 0) {
        for (unsigned i = 0; i < filled; i++) {
            if (p[i].revents && handles[asked[i]].id) {
                ready(&handles[asked[i]], p[i].revents);
            }
        }
    }
    extern int tcpspec_control_ready(int fd, int millis);
    if (tcpspec_control_ready(input, filled ? 0 : 2)) {
        listen_to_kit();
    }
#else
    polled[n].fd = input;
    polled[n].events = POLLIN;
    polled[n].revents = 0;
    if (poll(polled, n + 1, input < 0 ? 0 : watch ? QUIET_MILLIS : -1) < 0) {
        return;
    }
    for (unsigned i = 0; i < n; i++) {
        if (polled[i].revents && handles[i].id == asked[i]) {
            ready(&handles[i], polled[i].revents);
        }
    }
    if (polled[n].revents) {
        listen_to_kit();
    }
#endif
    for (unsigned i = 0; watch && i < HANDLES; i++) {
        struct handle *h = &handles[i];
        if (h->id && !(h->flags & ENDED) && (h->flags & HUNG_UP)) {
            take_error(h, 1);
        }
        if (h->id && !(h->flags & ENDED) && (h->flags & PRESSED)) {
            tell_urgent(h);
        }
    }
}

/* Serves one kit, until it ends or says bye; then nothing is left open. */
void tcpspec_agent(int in, int out) {
    input = in;
    output = out;
    leaving = 0;
    length = 0;
    trusted = token == NULL;
    while (!leaving) {
        wait_and_serve();
    }
    end_all();
}

#if defined(TCPSPEC_DRIVEN)
/* One request, without the end of its line. */
void tcpspec_asked(const char *one) {
    size_t n = strlen(one);
    input = -1;
    trusted = 1;
    if (n < LINE) {
        memcpy(line, one, n + 1);
        request();
    } else {
        began = now();
        number = 0;
        refuse("refused", "the line is too long");
    }
}

/* Looks at all sockets once, without waiting; true if there was anything to tell. */
int tcpspec_look(void) {
    unsigned long before = lines_spoken;
    wait_and_serve();
    return lines_spoken != before;
}
#elif !SPLIT
int main(int argc, char **argv) {
    struct ends at;
    signal(SIGPIPE, SIG_IGN);
    if (argc == 1) {
        tcpspec_agent(0, 1);
        return 0;
    }
    token = getenv("TCPSPEC_TOKEN");
    if (argc != 3 || !token || strlen(token) < 8) {
        fprintf(stderr, "tcpspec-agent: give an address and a port, and a token of 8 or more characters in TCPSPEC_TOKEN\n");
        return 64;
    }
    snprintf(line, sizeof line, "%s %s", argv[1], argv[2]);
    words = line;
    int good = word_end(&at);
    int server = good ? socket(at.at.ss_family, SOCK_STREAM, 0) : -1;
    set_option(server, SOL_SOCKET, SO_REUSEADDR, 1);
    if (server < 0 || bind(server, (struct sockaddr *)&at.at, at.size) || listen(server, 1)) {
        fprintf(stderr, "tcpspec-agent: cannot listen at %s %s: %s\n", argv[1], argv[2], good ? strerror(errno) : "no address");
        return 3;
    }
    for (;;) {
        int control = accept(server, NULL, NULL);
        if (control >= 0) {
            set_option(control, IPPROTO_TCP, TCP_NODELAY, 1);
            tcpspec_agent(control, control);
            close(control);
        }
    }
}
#endif
