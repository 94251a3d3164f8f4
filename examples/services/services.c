/* A black box with two services like inetd's, at the ports that are named. discard (RFC 863) reads what comes, says nothing, and
 * closes when its peer does; the other closes at once, a daytime (RFC 867) that has nothing to say: so the sequence numbers are
 * those in Linux's list of deviations. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST = 1024, DISCARD = 0, DAYTIME = 1, FIRST = 2 };

static int listening(const char *port) {
    int one = 1, fd = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(port))};
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(fd, (struct sockaddr *)&at, sizeof at) || listen(fd, 128)) {
        perror(port);
        exit(1);
    }
    return fd;
}

int main(int argc, char **argv) {
    static struct pollfd all[MOST];
    static char text[65536];
    int n = FIRST;
    signal(SIGPIPE, SIG_IGN);
    all[DISCARD].fd = listening(argc > 1 ? argv[1] : "9");
    all[DAYTIME].fd = listening(argc > 2 ? argv[2] : "13");
    all[DISCARD].events = all[DAYTIME].events = POLLIN;
    puts("listening");
    fflush(stdout);
    while (poll(all, (nfds_t)n, -1) > 0) {
        for (int i = n - 1; i >= FIRST; i--) {
            if (all[i].revents && read(all[i].fd, text, sizeof text) <= 0) {
                close(all[i].fd);
                all[i] = all[--n];
            }
        }
        if (all[DAYTIME].revents) {
            int fd = accept(all[DAYTIME].fd, NULL, NULL);
            if (fd >= 0)
                close(fd);
        }
        if (all[DISCARD].revents && n < MOST) {
            all[n].fd = accept(all[DISCARD].fd, NULL, NULL);
            all[n].events = POLLIN;
            all[n].revents = 0;
            n += all[n].fd >= 0;
        }
    }
    return 0;
}
