<#-- Figure 5 of RFC 9293: each arrow has the colour, the dashes and the sign of its verdict, and leads to its evidence. -->
<#import "frame.ftl" as f>
<#macro edge edges name path x y anchor event act="">
<#local e = edges[name]>
<a class="${e.key}" href="#${e.anchor}" aria-label="${e.words}"><title>${e.words}</title><path class="e" d="${path}" marker-end="url(#to-${e.key})"/><path class="hit" d="${path}"/><g class="lab"><text x="${x}" y="${y}" text-anchor="${anchor}"><tspan class="g">${f.signs[e.key]}</tspan> ${event}</text><#if act?has_content><text class="act" x="${x}" y="${y + (name == "TIME_WAIT_TIMEOUT")?then(28, 17)}" text-anchor="${anchor}">${act}</text></#if></g></a>
</#macro>
<#macro diagram edges>
<svg class="figure5" viewBox="0 12 980 880" role="group" aria-label="The state diagram of RFC 9293, Figure 5: eleven states and the transitions between them, each with its verdict">
<defs><#list ["pass","fail","listed","inconclusive","open","out","notApplicable"] as k><marker id="to-${k}" class="${k}" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0 L10,5 L0,10 z"/></marker></#list></defs>
<@edge edges "PASSIVE_OPEN" "M455,72 L455,176" 446 116 "end" "passive OPEN" "create TCB"/>
<@edge edges "LISTEN_CLOSE" "M505,178 L505,74" 516 116 "start" "CLOSE" "delete TCB"/>
<@edge edges "ACTIVE_OPEN" "M555,40 C770,40 840,150 832,306" 818 120 "start" "active OPEN" "create TCB, snd SYN"/>
<@edge edges "SYN_SENT_CLOSE" "M772,308 C762,180 690,76 557,64" 728 200 "end" "CLOSE" "delete TCB"/>
<@edge edges "LISTEN_SYN" "M405,215 C320,222 262,262 237,306" 322 258 "start" "rcv SYN" "snd SYN,ACK"/>
<@edge edges "SYN_RECEIVED_RST" "M140,308 C150,215 260,185 403,188" 150 222 "end" "rcv RST (note 1)" ""/>
<@edge edges "LISTEN_SEND" "M555,215 C640,222 698,262 723,306" 638 258 "end" "SEND" "snd SYN"/>
<@edge edges "SYN_SENT_SYN" "M715,330 L247,330" 480 322 "middle" "rcv SYN / snd SYN,ACK" ""/>
<@edge edges "SYN_RECEIVED_ACK" "M225,352 C260,410 330,432 403,434" 318 392 "start" "rcv ACK of SYN" ""/>
<@edge edges "SYN_SENT_SYN_ACK" "M735,352 C700,410 630,432 557,434" 648 384 "end" "rcv SYN,ACK" "snd ACK"/>
<@edge edges "SYN_RECEIVED_CLOSE" "M140,352 L140,536" 130 440 "end" "CLOSE" "snd FIN"/>
<@edge edges "ESTABLISHED_CLOSE" "M425,462 C400,530 330,552 247,552" 352 500 "end" "CLOSE" "snd FIN"/>
<@edge edges "ESTABLISHED_FIN" "M535,462 C560,530 630,552 713,552" 608 500 "start" "rcv FIN" "snd ACK"/>
<@edge edges "FIN_WAIT_1_ACK" "M140,582 L140,696" 130 644 "end" "rcv ACK of FIN" ""/>
<@edge edges "FIN_WAIT_1_FIN" "M245,566 C390,572 462,620 474,696" 458 614 "start" "rcv FIN" "snd ACK"/>
<@edge edges "FIN_WAIT_1_FIN_ACK" "M212,582 C250,720 300,820 403,846" 262 664 "start" "rcv FIN, ACK of FIN" "snd ACK (note 2)"/>
<@edge edges "FIN_WAIT_2_FIN" "M160,742 C165,830 270,868 403,868" 156 816 "end" "rcv FIN" "snd ACK"/>
<@edge edges "CLOSING_ACK" "M480,742 L480,836" 490 792 "start" "rcv ACK of FIN" ""/>
<@edge edges "CLOSE_WAIT_CLOSE" "M790,582 L790,696" 800 638 "start" "CLOSE" "snd FIN"/>
<@edge edges "LAST_ACK_ACK" "M790,742 L790,836" 800 792 "start" "rcv ACK of FIN" ""/>
<@edge edges "TIME_WAIT_TIMEOUT" "M555,860 L713,860" 634 850 "middle" "Timeout=2MSL" "delete TCB"/>
<rect class="box" x="405" y="28" width="150" height="44" rx="8"/><text class="state" x="480" y="55">CLOSED</text>
<rect class="box" x="405" y="178" width="150" height="44" rx="8"/><text class="state" x="480" y="205">LISTEN</text>
<rect class="box" x="95" y="308" width="150" height="44" rx="8"/><text class="state" x="170" y="335">SYN-RECEIVED</text>
<rect class="box" x="715" y="308" width="150" height="44" rx="8"/><text class="state" x="790" y="335">SYN-SENT</text>
<rect class="box" x="405" y="418" width="150" height="44" rx="8"/><text class="state" x="480" y="445">ESTABLISHED</text>
<rect class="box" x="95" y="538" width="150" height="44" rx="8"/><text class="state" x="170" y="565">FIN-WAIT-1</text>
<rect class="box" x="715" y="538" width="150" height="44" rx="8"/><text class="state" x="790" y="565">CLOSE-WAIT</text>
<rect class="box" x="95" y="698" width="150" height="44" rx="8"/><text class="state" x="170" y="725">FIN-WAIT-2</text>
<rect class="box" x="405" y="698" width="150" height="44" rx="8"/><text class="state" x="480" y="725">CLOSING</text>
<rect class="box" x="715" y="698" width="150" height="44" rx="8"/><text class="state" x="790" y="725">LAST-ACK</text>
<rect class="box" x="405" y="838" width="150" height="44" rx="8"/><text class="state" x="480" y="865">TIME-WAIT</text>
<rect class="box" x="715" y="838" width="150" height="44" rx="8"/><text class="state" x="790" y="865">CLOSED</text>
</svg>
</#macro>
