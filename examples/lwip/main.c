/*
 * lwIP on a TAP device, with the agent above its sockets: a program for "start:". Nothing here is special to the kit but
 * the last line of main(), and the two functions that the agent asks for.
 *
 * The device's name is the first argument; the kit has made it before.
 */
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "lwip/etharp.h"
#include "lwip/ip_addr.h"
#include "lwip/netif.h"
#include "lwip/priv/tcp_priv.h"
#include "lwip/sys.h"
#include "lwip/tcpip.h"

void tcpspec_agent(int in, int out);

static struct netif tap;
static int device;

/* A driver of our own: in lwIP's (contrib/ports/unix/port/netif/tapif.c) frames of more than 592 octets overrun the
   buffers that Debian's build of 2.1.3 takes from PBUF_POOL (seen by valgrind), and the heap breaks. */

static err_t transmit(struct netif *netif, struct pbuf *p) {
    char frame[1514];
    u16_t length = pbuf_copy_partial(p, frame, sizeof frame, 0);
    (void)netif;
    return write(device, frame, length) == length ? ERR_OK : ERR_IF;
}

static void receive(void *unused) {
    char frame[1514];
    ssize_t length;
    (void)unused;
    while ((length = read(device, frame, sizeof frame)) > 0) {
        struct pbuf *p = pbuf_alloc(PBUF_RAW, (u16_t)length, PBUF_RAM);
        if (p != NULL && (pbuf_take(p, frame, (u16_t)length) != ERR_OK || tap.input(p, &tap) != ERR_OK)) {
            pbuf_free(p);
        }
    }
    perror("tap");
}

static err_t driver(struct netif *netif) {
    static const u8_t address[] = {2, 0, 0, 0, 0, 1};
    memcpy(netif->hwaddr, address, sizeof address);
    netif->hwaddr_len = sizeof address;
    netif->mtu = 1500;
    netif->flags = NETIF_FLAG_BROADCAST | NETIF_FLAG_ETHARP | NETIF_FLAG_ETHERNET;
    netif->output = etharp_output;
    netif->linkoutput = transmit;
    sys_thread_new("tap", receive, NULL, DEFAULT_THREAD_STACKSIZE, DEFAULT_THREAD_PRIO);
    return ERR_OK;
}

/* The agent waits for the control channel by the host's poll(), and for its connections by lwIP's. */
int tcpspec_control_ready(int fd, int millis) {
    struct pollfd control = {fd, POLLIN, 0};
    return poll(&control, 1, millis) > 0;
}

static int matches(const ip_addr_t *a, const ip_addr_t *b) { return ip_addr_isany_val(*a) || ip_addr_cmp(a, b); }

/* STATUS: that of the connection if there is one, else LISTEN if a listener would take its SYN. */
const char *tcpspec_state(const char *address, unsigned port, const char *peer, unsigned peer_port) {
    static const char *const names[] = {"CLOSED", "LISTEN", "SYN-SENT", "SYN-RECEIVED", "ESTABLISHED", "FIN-WAIT-1",
        "FIN-WAIT-2", "CLOSE-WAIT", "CLOSING", "LAST-ACK", "TIME-WAIT"};
    struct tcp_pcb **lists[] = {&tcp_active_pcbs, &tcp_tw_pcbs};
    const char *state = "CLOSED";
    ip_addr_t local, remote;
    ipaddr_aton(address, &local);
    ipaddr_aton(peer, &remote);
    LOCK_TCPIP_CORE();
    for (struct tcp_pcb_listen *l = tcp_listen_pcbs.listen_pcbs; l; l = l->next) {
        if (l->local_port == port && matches(&l->local_ip, &local)) {
            state = "LISTEN";
        }
    }
    for (unsigned i = 0; i < 2; i++) {
        for (struct tcp_pcb *p = *lists[i]; p; p = p->next) {
            if (p->local_port == port && p->remote_port == peer_port && ip_addr_cmp(&p->remote_ip, &remote)) {
                state = names[p->state];
            }
        }
    }
    UNLOCK_TCPIP_CORE();
    return state;
}

static void start(void *up) {
    ip4_addr_t address, mask, gateway;
    IP4_ADDR(&address, 192, 0, 2, 2);
    IP4_ADDR(&mask, 255, 255, 255, 0);
    IP4_ADDR(&gateway, 192, 0, 2, 1);
    netif_add(&tap, &address, &mask, &gateway, NULL, driver, tcpip_input);
    netif_set_default(&tap);
    netif_set_up(&tap);
    netif_set_link_up(&tap);
    sys_sem_signal(up);
}

int main(int argc, char **argv) {
    sys_sem_t up;
    int control;
    struct ifreq request;
    memset(&request, 0, sizeof request);
    strncpy(request.ifr_name, argc > 1 ? argv[1] : "tap0", sizeof request.ifr_name - 1);
    request.ifr_flags = IFF_TAP | IFF_NO_PI;
    device = open("/dev/net/tun", O_RDWR);
    if (device < 0 || ioctl(device, TUNSETIFF, &request) < 0) {
        perror(request.ifr_name);
        return 1;
    }
    sys_sem_new(&up, 0);
    tcpip_init(start, &up);
    sys_sem_wait(&up);
    /* lwIP prints its assertions to standard output, which belongs to the agent. */
    control = dup(1);
    dup2(2, 1);
    setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
    tcpspec_agent(0, control);
    return 0;
}
