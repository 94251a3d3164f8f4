/*
 * lwIP on a TAP device, with the agent above its sockets: a program for "start:". Nothing here is special to the kit but
 * the last line of main(), and the two functions that the agent asks for.
 *
 * The device's name is the first argument; the kit has made it before.
 */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>

#include "lwip/ip_addr.h"
#include "lwip/netif.h"
#include "lwip/priv/tcp_priv.h"
#include "lwip/sys.h"
#include "lwip/tcpip.h"
#include "netif/tapif.h"

void tcpspec_agent(int in, int out);

static struct netif tap;

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
    netif_add(&tap, &address, &mask, &gateway, NULL, tapif_init, tcpip_input);
    netif_set_default(&tap);
    netif_set_up(&tap);
    netif_set_link_up(&tap);
    sys_sem_signal(up);
}

int main(int argc, char **argv) {
    sys_sem_t up;
    setenv("PRECONFIGURED_TAPIF", argc > 1 ? argv[1] : "tap0", 1);
    sys_sem_new(&up, 0);
    tcpip_init(start, &up);
    sys_sem_wait(&up);
    tcpspec_agent(0, 1);
    return 0;
}
