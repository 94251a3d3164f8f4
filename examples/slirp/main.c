/* libslirp, the TCP of QEMU's user networking and of rootless containers, on a TAP device: it answers at 10.0.0.2 for two services
 * on this namespace's loopback. Timers are libslirp's own; the services are a process beside, which ends with this one. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <signal.h>
#include <slirp/libslirp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 4096, FRAME = 65536 };

static int tap;
static int n;
static struct pollfd all[MOST];

static ssize_t send_packet(const void *frame, size_t length, void *opaque) {
    (void)opaque;
    return write(tap, frame, length);
}

static void guest_error(const char *message, void *opaque) {
    (void)opaque;
    fprintf(stderr, "%s\n", message);
}

static int64_t clock_get_ns(void *opaque) {
    struct timespec now;
    (void)opaque;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* Only router advertisements of IPv6 need a timer. */
static void *timer_new(SlirpTimerCb callback, void *arg, void *opaque) { (void)callback, (void)arg; return opaque; }
static void timer_free(void *timer, void *opaque) { (void)timer, (void)opaque; }
static void timer_mod(void *timer, int64_t when, void *opaque) { (void)timer, (void)when, (void)opaque; }
static void poll_fd(int fd, void *opaque) { (void)fd, (void)opaque; }
static void notify(void *opaque) { (void)opaque; }

static int add_poll(int fd, int events, void *opaque) {
    (void)opaque;
    if (n == MOST)
        abort();
    all[n] = (struct pollfd){.fd = fd,
                             .events = (short)((events & SLIRP_POLL_IN ? POLLIN : 0) | (events & SLIRP_POLL_OUT ? POLLOUT : 0) |
                                               (events & SLIRP_POLL_PRI ? POLLPRI : 0))};
    return n++;
}

static int revents(int i, void *opaque) {
    int seen = all[i].revents;
    (void)opaque;
    return (seen & POLLIN ? SLIRP_POLL_IN : 0) | (seen & POLLOUT ? SLIRP_POLL_OUT : 0) | (seen & POLLPRI ? SLIRP_POLL_PRI : 0) |
           (seen & POLLERR ? SLIRP_POLL_ERR : 0) | (seen & POLLHUP ? SLIRP_POLL_HUP : 0);
}

static void must(int outcome, const char *what) {
    if (outcome < 0) {
        perror(what);
        exit(1);
    }
}

static void prepare(const char *name, char *services) {
    struct ifreq lo = {.ifr_name = "lo", .ifr_flags = IFF_UP}, at = {.ifr_flags = IFF_TAP | IFF_NO_PI};
    int control = socket(AF_INET, SOCK_DGRAM, 0);
    must(ioctl(control, SIOCSIFFLAGS, &lo), "lo");
    strncpy(at.ifr_name, name, IFNAMSIZ - 1);
    must(tap = open("/dev/net/tun", O_RDWR | O_NONBLOCK), "/dev/net/tun");
    must(ioctl(tap, TUNSETIFF, &at), name);
    if (fork() == 0) {
        char *const argv[] = {services, "9", "13", NULL};
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        dup2(2, 1);
        execv(services, argv);
        perror(services);
        _exit(1);
    }
}

int main(int argc, char **argv) {
    static uint8_t frame[FRAME];
    static const SlirpCb callbacks = {.send_packet = send_packet, .guest_error = guest_error, .clock_get_ns = clock_get_ns,
        .timer_new = timer_new, .timer_free = timer_free, .timer_mod = timer_mod,
        .register_poll_fd = poll_fd, .unregister_poll_fd = poll_fd, .notify = notify};
    SlirpConfig config = {.version = 4, .in_enabled = true, .disable_dns = true, .disable_dhcp = true,
        .vnetwork.s_addr = inet_addr("10.0.0.0"), .vnetmask.s_addr = inet_addr("255.255.0.0"),
        .vhost.s_addr = inet_addr("10.0.0.2"), .vdhcp_start.s_addr = inet_addr("10.0.0.15"),
        .vnameserver.s_addr = inet_addr("10.0.0.3")};
    if (argc != 3) {
        fprintf(stderr, "usage: %s TAP SERVICES\n", argv[0]);
        return 64;
    }
    signal(SIGPIPE, SIG_IGN);
    prepare(argv[1], argv[2]);
    Slirp *slirp = slirp_new(&config, &callbacks, &config);
    while (1) {
        uint32_t wait = 500;
        n = 0;
        slirp_pollfds_fill(slirp, &wait, add_poll, NULL);
        int i = add_poll(tap, SLIRP_POLL_IN, NULL), outcome = poll(all, (nfds_t)n, (int)wait);
        slirp_pollfds_poll(slirp, outcome < 0, revents, NULL);
        if (outcome > 0 && all[i].revents & POLLIN) {
            ssize_t length;
            while ((length = read(tap, frame, sizeof frame)) > 0)
                slirp_input(slirp, frame, (int)length);
        }
    }
}
