/* lwIP's options where it is built from a source tree: those of Debian's library, as far as TCP goes. Put your own here. */
#ifndef LWIPOPTS_H
#define LWIPOPTS_H

#define MEM_LIBC_MALLOC 1
#define MEMP_MEM_MALLOC 1
#define MEM_ALIGNMENT 8
#define MEMP_NUM_NETCONN 256 /* sockets */
#define DEFAULT_TCP_RECVMBOX_SIZE 128
#define DEFAULT_ACCEPTMBOX_SIZE 128
#define TCPIP_MBOX_SIZE 128
#define LWIP_TCPIP_CORE_LOCKING 1

#define ARP_QUEUEING 1
#define LWIP_ICMP 1
#define LWIP_RAW 1
#define LWIP_NETIF_LOOPBACK 1
#define LWIP_HAVE_LOOPIF 0

#define TCP_MSS 1460
#define TCP_WND 0xFFFF
#define LWIP_WND_SCALE 1
#define TCP_RCV_SCALE 1
#define TCP_SND_BUF TCP_WND
#define TCP_LISTEN_BACKLOG 1
#define LWIP_TCP_KEEPALIVE 1
#define LWIP_SO_LINGER 1
#define SO_REUSE 1

#define LWIP_SOCKET 1
#define LWIP_COMPAT_SOCKETS 0 /* the program has the host's as well */
#define LWIP_TIMEVAL_PRIVATE 0
#include <sys/time.h>

#endif
