/*
 * The first and only program of the user-mode kernel that ./tcpspec run --iut uml plays: it has the kernel's wire in
 * hand, and is the user above it by the agent beside (tcpspec-agent.c, protocol 1).
 *
 * The kernel runs in virtual time (time-travel=inf-cpu): time passes only while this program sleeps, and it sleeps only
 * when the kit says until when. It waits for the kit in a read of the "sound card", which is a read of the kernel's own
 * standard input: the whole kernel stands still meanwhile, and its clock with it.
 *
 * The wire is a TUN device: a packet that is written has been handled by the kernel, and answered, when write() returns;
 * what the kernel sends is read. Beside the requests of protocol 1 the kit says
 *
 *   wire open <address>/<prefix>... <setting>=<value>...   a fresh network namespace with a fresh wire
 *   wire packet <hex>                                      a packet arrives
 *   wire wait <nanoseconds>                                time passes until then, or until there is something to tell
 *   wire knows <setting>                                   fails if this kernel has no such setting
 *
 * and is told, besides what the agent says,
 *
 *   wire sent <nanoseconds> <hex>       a packet left
 *   wire failed <words>                 the lab could not do it
 *   wire idle <nanoseconds>             after each line of the kit's, when everything that it drew has been told
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <linux/ipv6.h>
#include <net/if.h>
#include <net/route.h>
#include <poll.h>
#include <sched.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <time.h>
#include <unistd.h>

#define LONGEST_PACKET 65535
#define LONGEST_LINE 262144
#define AT_ONCE 16384
#define SECOND 1000000000u
#define WIRE "wire0"

/* The agent's part; see TCPSPEC_DRIVEN there. */
void tcpspec_asked(const char *request);
int tcpspec_look(void);

static char line[LONGEST_LINE + 1], said[4 * LONGEST_LINE];
static size_t length_said;
static uint64_t moment;
static int channel, log_device, tun = -1, happenings;

/* What is written to the kernel's log comes out at its standard error. */
static void end(const char *why) {
    int n = snprintf(said, sizeof said, "<0>init: %s: %s\n", why, strerror(errno));
    if (write(log_device, said, (size_t)n) != n) {
        _exit(1); /* the kernel panics, and says so itself */
    }
    reboot(RB_POWER_OFF);
}

/* Read once for each request and after each sleep: in between hardly any time passes, and reading it costs some. */
static void look_at_clock(void) {
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    moment = (uint64_t)t.tv_sec * SECOND + (uint64_t)t.tv_nsec;
}

uint64_t tcpspec_now(void) { return moment; }

/* ---- to the kit: in one piece, when all is told */

static void flush(void) {
    for (size_t done = 0; done < length_said;) {
        ssize_t wrote = write(channel, said + done, length_said - done);
        if (wrote < 0 && errno != EINTR) {
            end("the kit does not read any more");
        }
        done += wrote > 0 ? (size_t)wrote : 0;
    }
    length_said = 0;
}

/* Where size octets of the next line can be put. */
static char *room(size_t size) {
    if (length_said + size > sizeof said) {
        flush();
    }
    return said + length_said;
}

void tcpspec_say(const char *text, unsigned size) {
    memcpy(room(size), text, size);
    length_said += size;
}

__attribute__((format(printf, 1, 2))) static void say(const char *format, ...) {
    char *at = room(LONGEST_LINE);
    va_list values;
    va_start(values, format);
    length_said += (size_t)vsnprintf(at, LONGEST_LINE, format, values);
    va_end(values);
}

static void failed(const char *what) { say("wire failed %.200s: %s\n", what, strerror(errno)); }

static const char digits[] = "0123456789abcdef";

static size_t octets_of(const char *hex, unsigned char *octets) {
    size_t n = 0;
    for (; hex[2 * n] && hex[2 * n + 1] && n < LONGEST_PACKET; n++) {
        const char *high = strchr(digits, hex[2 * n]), *low = strchr(digits, hex[2 * n + 1]);
        octets[n] = (unsigned char)((high ? high - digits : 0) << 4 | (low ? low - digits : 0));
    }
    return n;
}

/* ---- the wire */

static int write_file(const char *path, const char *value) {
    int fd = open(path, O_WRONLY);
    ssize_t wrote = fd < 0 ? -1 : write(fd, value, strlen(value));
    int error = errno;
    if (fd >= 0) {
        close(fd);
    }
    errno = error;
    return wrote < 0 ? -1 : 0;
}

/* Tells all that has left; true if there was anything. */
static int tell_sent(void) {
    static unsigned char octets[LONGEST_PACKET];
    int any = 0;
    for (ssize_t n = read(tun, octets, sizeof octets); n > 0; n = read(tun, octets, sizeof octets)) {
        say("wire sent %llu ", (unsigned long long)moment);
        char *at = room(2 * (size_t)n + 1);
        for (ssize_t i = 0; i < n; i++) {
            *at++ = digits[octets[i] >> 4];
            *at++ = digits[octets[i] & 15];
        }
        *at++ = '\n';
        length_said = (size_t)(at - said);
        any = 1;
    }
    return any;
}

/* What left comes before what the user learns, and what the user thereby makes leave comes after. */
static int tell_all(void) {
    int any = 0;
    int more = 1;
    while (more) {
        more = tell_sent() | tcpspec_look();
        any |= more;
    }
    return any;
}

static void arrive(const char *hex) {
    static unsigned char octets[LONGEST_PACKET];
    size_t n = octets_of(hex, octets);
    if (write(tun, octets, n) < 0 && errno != EINVAL) { /* that is no IP packet: lost on the way */
        failed("a packet");
    }
}

static void wait_until(uint64_t then) {
    struct pollfd polled[2] = {{.fd = happenings, .events = POLLIN}, {.fd = tun, .events = POLLIN}};
    struct epoll_event events[16];
    while (moment < then && !tell_all()) {
        uint64_t left = then - moment;
        struct timespec t = {.tv_sec = (time_t)(left / SECOND), .tv_nsec = (long)(left % SECOND)};
        while (epoll_wait(happenings, events, 16, 0) == 16) {
        }
        ppoll(polled, 2, &t, NULL);
        look_at_clock();
    }
}

/* ---- a fresh namespace */

static int add_route(int family, int fd) {
    if (family == AF_INET6) {
        struct in6_rtmsg all = {.rtmsg_ifindex = (int)if_nametoindex(WIRE), .rtmsg_flags = RTF_UP, .rtmsg_metric = 1};
        return ioctl(fd, SIOCADDRT, &all);
    }
    struct rtentry all = {.rt_flags = RTF_UP, .rt_dev = WIRE};
    all.rt_dst.sa_family = all.rt_gateway.sa_family = all.rt_genmask.sa_family = AF_INET;
    return ioctl(fd, SIOCADDRT, &all);
}

static int add_address_6(const char *address, int prefix, int fd) {
    struct in6_ifreq at = {.ifr6_ifindex = (int)if_nametoindex(WIRE), .ifr6_prefixlen = (uint32_t)prefix};
    inet_pton(AF_INET6, address, &at.ifr6_addr);
    return ioctl(fd, SIOCSIFADDR, &at);
}

static struct ifreq named(const char *name) {
    struct ifreq r;
    memset(&r, 0, sizeof r);
    snprintf(r.ifr_name, sizeof r.ifr_name, "%s", name);
    return r;
}

static int set_4(const char *name, unsigned long what, uint32_t address, int fd) {
    struct ifreq r = named(name);
    struct sockaddr_in *four = (struct sockaddr_in *)&r.ifr_addr;
    four->sin_family = AF_INET;
    four->sin_addr.s_addr = address;
    return ioctl(fd, what, &r);
}

static int add_address_4(const char *address, int prefix, int number, int fd) {
    char name[IFNAMSIZ + 12];
    uint32_t mask = htonl(prefix ? UINT32_MAX << (32 - prefix) : 0);
    struct in_addr in;
    inet_pton(AF_INET, address, &in);
    snprintf(name, sizeof name, number ? WIRE ":%d" : WIRE, number);
    return set_4(name, SIOCSIFADDR, in.s_addr, fd) || set_4(name, SIOCSIFNETMASK, mask, fd)
        || set_4(name, SIOCSIFBRDADDR, in.s_addr | ~mask, fd);
}

static int up(const char *name, int fd) {
    struct ifreq r = named(name);
    r.ifr_flags = IFF_UP;
    return ioctl(fd, SIOCSIFFLAGS, &r);
}

static int fresh_wire(void) {
    struct ifreq r = named(WIRE);
    r.ifr_flags = IFF_TUN | IFF_NO_PI;
    if (tun >= 0) {
        close(tun);
    }
    tun = -1;
    if (unshare(CLONE_NEWNET)) {
        return -1;
    }
    tun = open("/tun", O_RDWR | O_NONBLOCK);
    return tun < 0 ? -1 : ioctl(tun, TUNSETIFF, &r);
}

static const char *path_of(const char *setting) {
    static char path[128];
    snprintf(path, sizeof path, "/proc/sys/%s", setting);
    for (char *c = path; *c; c++) {
        *c = *c == '.' ? '/' : *c;
    }
    return path;
}

static int set(char *setting) {
    char *value = strchr(setting, '=');
    *value++ = 0;
    for (char *c = value; *c; c++) {
        *c = *c == '_' ? ' ' : *c;
    }
    return write_file(path_of(setting), value);
}

static int add_address(char *word, int number) {
    char *slash = strchr(word, '/');
    int family = strchr(word, ':') ? AF_INET6 : AF_INET;
    int fd = socket(family, SOCK_DGRAM, 0);
    if (!slash || fd < 0) {
        return -1;
    }
    *slash = 0;
    int prefix = atoi(slash + 1);
    int bad = family == AF_INET6 ? add_address_6(word, prefix, fd) : add_address_4(word, prefix, number, fd);
    if (!bad && number == 0) {
        bad = add_route(family, fd);
    }
    close(fd);
    return bad;
}

static void open_wire(char *words) {
    int fd = -1;
    int addresses = 0;
    /* no address of IPv6's own making: it would be announced and reported */
    int bad = fresh_wire() || (fd = socket(AF_INET, SOCK_DGRAM, 0)) < 0 || up("lo", fd)
        || write_file("/proc/sys/net/ipv6/conf/" WIRE "/addr_gen_mode", "1") || up(WIRE, fd);
    close(fd);
    if (bad) {
        failed("no wire");
        return;
    }
    char *rest = NULL;
    for (char *word = strtok_r(words, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        if (strchr(word, '=') ? set(word) : add_address(word, addresses++)) {
            failed(word);
        }
    }
    /* Workers make the addresses valid and take down the namespace before; nobody is told what they send. */
    struct timespec ten_millis = {.tv_nsec = SECOND / 100};
    nanosleep(&ten_millis, NULL);
    look_at_clock();
    static unsigned char nobody[LONGEST_PACKET];
    while (read(tun, nobody, sizeof nobody) > 0) {
    }
}

/* The agent has a new socket: what happens to it wakes who waits, once. */
void tcpspec_opened(int fd) {
    struct epoll_event any = {.events = EPOLLIN | EPOLLOUT | EPOLLPRI | EPOLLRDHUP | EPOLLET};
    epoll_ctl(happenings, EPOLL_CTL_ADD, fd, &any);
}

/* ---- all of it */

static int starts_with(const char *start) { return !strncmp(line, start, strlen(start)); }

static void asked(void) {
    look_at_clock();
    if (starts_with("wire packet ")) {
        arrive(line + 12);
    } else if (starts_with("wire wait ")) {
        wait_until(strtoull(line + 10, NULL, 10));
    } else if (starts_with("wire open ")) {
        open_wire(line + 10);
    } else if (starts_with("wire knows ")) {
        if (access(path_of(line + 11), F_OK)) {
            failed(line + 11);
        }
    } else {
        tcpspec_asked(line);
    }
    tell_all();
    say("wire idle %llu\n", (unsigned long long)moment);
    flush();
}

/* The kernel's standard streams, by way of its sound card: each is opened as the card's name says just then. */
static int host_stream(const char *host, int flags) {
    if (write_file("/sys/module/hostaudio/parameters/dsp", host)) {
        end("no sound card");
    }
    int fd = open("/dsp", flags);
    if (fd < 0) {
        end(host);
    }
    return fd;
}

static void begin(void) {
    mknod("/log", S_IFCHR | 0600, makedev(1, 11));
    log_device = open("/log", O_WRONLY);
    mkdir("/proc", 0755);
    mkdir("/sys", 0755);
    if (mount("proc", "/proc", "proc", 0, NULL) || mount("sys", "/sys", "sysfs", 0, NULL)
        || mknod("/dsp", S_IFCHR | 0600, makedev(14, 3)) || mknod("/tun", S_IFCHR | 0600, makedev(10, 200))) {
        end("no file system");
    }
    prctl(PR_SET_TIMERSLACK, 1); /* who waits until then wakes then */
    happenings = epoll_create1(0);
}

int main(void) {
    begin();
    int in = host_stream("/proc/self/fd/0", O_RDONLY);
    channel = host_stream("/proc/self/fd/1", O_WRONLY);
    size_t length = 0;
    for (;;) {
        size_t room = LONGEST_LINE - length;
        ssize_t n = read(in, line + length, room < AT_ONCE ? room : AT_ONCE);
        if (n == 0 || (n < 0 && errno != EINTR)) {
            reboot(RB_POWER_OFF); /* the kit has gone, or has had enough */
        }
        length += n > 0 ? (size_t)n : 0;
        for (char *stop = memchr(line, '\n', length); stop; stop = memchr(line, '\n', length)) {
            size_t used = (size_t)(stop - line) + 1;
            *stop = 0;
            asked();
            length -= used;
            memmove(line, line + used, length);
        }
    }
}
