/* A black box: discard (RFC 863) at the port that is named. It reads what comes, says nothing, and closes when its peer does. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST = 1024 };

int main(int argc, char **argv) {
    static struct pollfd all[MOST];
    static char text[65536];
    int one = 1, n = 1;
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(argc > 1 ? argv[1] : "9"))};
    signal(SIGPIPE, SIG_IGN);
    all[0].fd = socket(AF_INET, SOCK_STREAM, 0);
    all[0].events = POLLIN;
    setsockopt(all[0].fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(all[0].fd, (struct sockaddr *)&at, sizeof at) || listen(all[0].fd, 128)) {
        perror("discard");
        return 1;
    }
    puts("listening");
    fflush(stdout);
    while (poll(all, (nfds_t)n, -1) > 0) {
        for (int i = n - 1; i > 0; i--) {
            if (all[i].revents && read(all[i].fd, text, sizeof text) <= 0) {
                close(all[i].fd);
                all[i] = all[--n];
            }
        }
        if (all[0].revents && n < MOST) {
            all[n].fd = accept(all[0].fd, NULL, NULL);
            all[n].events = POLLIN;
            all[n].revents = 0;
            n += all[n].fd >= 0;
        }
    }
    return 0;
}
