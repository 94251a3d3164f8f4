/*
 * Prints where this build of lwIP keeps what tcpspec reads, and what it was built with: the layout file that
 * `--iut lwip` wants beside a library of your own. Compile it with the very lwipopts.h and include paths of that library:
 *
 *   cc -I path/to/lwip/src/include -I path/to/your/port lwip-layout.c -o lwip-layout && ./lwip-layout > liblwip.layout
 */
#include <stddef.h>
#include <stdio.h>

#include "lwip/init.h"
#include "lwip/netif.h"
#include "lwip/pbuf.h"
#include "lwip/priv/memp_priv.h"
#include "lwip/priv/tcp_priv.h"
#include "lwip/tcp.h"

#define SIZE(type) printf("sizeof." #type " %zu\n", sizeof(struct type))
#define AT(type, field) printf(#type "." #field " %zu\n", offsetof(struct type, field))
#define OPTION(name, value) printf("option." #name " %ld\n", (long)(value))

int main(void) {
    printf("version %s\n", LWIP_VERSION_STRING);
    SIZE(netif);
    SIZE(tcp_pcb);
    SIZE(tcp_pcb_listen);
    SIZE(pbuf);
    printf("sizeof.ip_addr %zu\n", sizeof(ip_addr_t));
    AT(netif, output);
#if LWIP_IPV6
    AT(netif, output_ip6);
#endif
    AT(netif, mtu);
    AT(tcp_pcb, local_ip);
    AT(tcp_pcb, remote_ip);
    AT(tcp_pcb, so_options);
    AT(tcp_pcb, tos);
    AT(tcp_pcb, ttl);
    AT(tcp_pcb, next);
    AT(tcp_pcb, state);
    AT(tcp_pcb, local_port);
    AT(tcp_pcb, remote_port);
    AT(tcp_pcb, flags);
    AT(tcp_pcb, mss);
    AT(tcp_pcb, rto);
    AT(tcp_pcb, rcv_wnd);
    AT(tcp_pcb, snd_buf);
    AT(tcp_pcb, keep_idle);
#if LWIP_TCP_KEEPALIVE
    AT(tcp_pcb, keep_intvl);
#endif
    AT(tcp_pcb_listen, local_port);
    AT(tcp_pcb_listen, local_ip);
    AT(tcp_pcb_listen, next);
    AT(pbuf, tot_len);
    AT(memp_desc, size);
    printf("pool.TCP_PCB %lu\n", (unsigned long)LWIP_MEM_ALIGN_SIZE(sizeof(struct tcp_pcb)));
    printf("pool.TCP_PCB_LISTEN %lu\n", (unsigned long)LWIP_MEM_ALIGN_SIZE(sizeof(struct tcp_pcb_listen)));
    OPTION(PBUF_RAW, PBUF_RAW);
    OPTION(PBUF_RAM, PBUF_RAM);
    OPTION(NO_SYS, NO_SYS);
    OPTION(IPV6, LWIP_IPV6);
    OPTION(TIMESTAMPS, LWIP_TCP_TIMESTAMPS);
    OPTION(WINDOW_SCALE, LWIP_WND_SCALE);
    OPTION(SACK_OUT, LWIP_TCP_SACK_OUT);
    OPTION(KEEPALIVE, LWIP_TCP_KEEPALIVE);
    OPTION(LISTEN_BACKLOG, TCP_LISTEN_BACKLOG);
    OPTION(QUEUE_OOSEQ, TCP_QUEUE_OOSEQ);
    OPTION(MSS, TCP_MSS);
    OPTION(WND, TCP_WND);
    OPTION(SND_BUF, TCP_SND_BUF);
    OPTION(TMR_INTERVAL, TCP_TMR_INTERVAL);
    OPTION(MSL, TCP_MSL);
    OPTION(MAXRTX, TCP_MAXRTX);
    OPTION(SYNMAXRTX, TCP_SYNMAXRTX);
    return 0;
}
