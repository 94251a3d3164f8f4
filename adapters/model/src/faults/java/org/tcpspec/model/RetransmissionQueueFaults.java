package org.tcpspec.model;

/** Mistakes in what is remembered of segments that were sent. */
class RetransmissionQueueFaults extends AcknowledgedFinFaults {

    private final Seeds seeds;

    RetransmissionQueueFaults(Seeds seeds) {
        super(seeds);
        this.seeds = seeds;
    }

    @Override
    void replaceFront(Sent sent) {
        boolean text = !sent.syn() && sent.again();
        super.replaceFront(
                seeds.bites("GAP-KARN", text)
                        ? new Sent(sent.seq(), false, sent.text(), sent.fin(), sent.probe(), sent.at(), false)
                        : sent);
    }
}
