package org.tcpspec.model;

import java.time.Duration;

/** Mistakes in what is sent again and when. */
class SendingGapFaults extends RetransmissionFaults {

    private final Seeds seeds;

    SendingGapFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    Duration giveUpAfter(Tcb tcb) {
        return seeds.bites("SHD-R2-USER", tcb.userTimeout.isPresent())
                ? host.profile().r2()
                : super.giveUpAfter(tcb);
    }

    @Override
    int longest(Tcb tcb) {
        int longest = super.longest(tcb);
        return seeds.bites("SHD-FULL-SIZE", longest > 1 && tcb.snd.unsent.length() >= longest)
                ? longest - longest / 4
                : longest;
    }

    @Override
    long probeInterval(Tcb tcb) {
        return seeds.bites("SHD-PROBE-PACE", tcb.snd.probes > 0) ? tcb.rto.rto() : super.probeInterval(tcb);
    }

    @Override
    boolean mayGo(Tcb tcb) {
        return super.mayGo(tcb) && !seeds.bites("SHD-PUSH-HOLD", isSmall(tcb));
    }

    @Override
    void persistTimeout(Tcb tcb) {
        if (!seeds.bites("SHD-PUSH-HOLD", isSmall(tcb))) {
            super.persistTimeout(tcb);
        }
    }

    private static boolean isSmall(Tcb tcb) {
        return tcb.snd.unsent.length() < tcb.snd.mss && tcb.snd.usableWindow() > 0 && !tcb.snd.finQueued;
    }

    @Override
    void retransmissionTimeout(Tcb tcb) {
        boolean text = tcb.state.isSynchronized() && !tcb.snd.retransmissions.front().probe();
        if (!seeds.bites("GAP-SHRINK-PROBE", text && tcb.snd.wnd == 0)
                && !seeds.bites("SHD-SHRUNK", text && tcb.snd.wnd > 0 && tcb.snd.usableWindow() < 0)) {
            super.retransmissionTimeout(tcb);
        }
    }

    @Override
    void startRetransmissionTimer(Tcb tcb) {
        super.startRetransmissionTimer(tcb);
        boolean again = tcb.snd.retransmissions.front().again() && tcb.state.isSynchronized();
        if (seeds.bites("GAP-RTO-EARLY", again && !tcb.snd.retransmissions.front().probe())) {
            tcb.timers.start(Timeout.RETRANSMISSION, host.now() + tcb.rto.rto() * 2 / 5);
        }
    }
}
