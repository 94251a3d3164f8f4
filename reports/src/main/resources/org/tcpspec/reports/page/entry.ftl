<#import "frame.ftl" as f><#import "states.ftl" as s><#import "figure5.ftl" as d><#import "ledger.ftl" as l>
<@f.head "TCP conformance of " + name/>
<header><p class="dim">TCP conformance</p><h1>${name}</h1></header>
<main id="main">
<#if !complete><p class="note" role="alert">Incomplete: the run was interrupted after ${played} of ${selected} scenarios. What follows is of those alone.</p></#if>
<#if fault?has_content><p>A mistake is seeded into this stack on purpose: <code>${fault}</code>.</p></#if>
<section aria-label="Verdict"><div class="verdict ${headline.key}"><b><span aria-hidden="true">${f.signs[headline.key]}</span> ${headline.words}</b><p>${headline.sentence}</p></div>
<ul class="figures"><#list totals as t><#assign judged = t.sum - t.counts[4]><#if judged gt 0 && !t?is_last><li>${t.level}<b>${t.counts[0]} of ${judged}</b>pass<#if t.counts[4] gt 0>, ${t.counts[4]} not applicable</#if>
<span class="bar" aria-hidden="true"><#list [0, 2, 3, 1, 5] as i><#if t.counts[i] gt 0><i class="${outcomes[i].key()}" style="flex:${t.counts[i]}"></i></#if></#list></span></li></#if></#list></ul>
<table class="rows"><caption class="vh">Scenarios by outcome and level</caption><thead><tr><th scope="col">scenarios</th><#list totals as t><th scope="col" class="num">${t.level}</th></#list></tr></thead><tbody>
<#list outcomes as o><tr><th scope="row"><@f.sign o.key()/> ${o}</th><#list totals as t><td class="num">${t.counts[o?index]}</td></#list></tr>
</#list></tbody></table>
</section>
<nav aria-label="On this page"><ul><li><a href="#failures">What did not pass (${failures?size + further?size})</a></li><li><a href="#figure">State diagram</a></li><li><a href="#cells">States and events</a></li><li><a href="#requirements">Requirements</a></li><li><a href="#deviations">Deviations</a></li><li><a href="#slowest">Slowest</a></li><li><a href="#run">The run</a></li><#if allure><li><a href="allure/index.html">All scenarios, step by step (Allure)</a></li></#if></ul></nav>

<section id="failures" aria-labelledby="h-failures"><h2 id="h-failures">What did not pass</h2>
<#if !failures?has_content><p>Nothing failed<#if listings?has_content> that is not listed below</#if>, and nothing was left undecided.</p></#if>
<#list failures as x>
<article class="${x.play.outcome}" aria-label="${x.play.name}"><h3><@f.told x.play.outcome/> ${x.play.name}</h3>
<p class="dim"><#if x.requirement?has_content>${x.level} <code>${x.requirement}</code>, </#if>${x.clause}<#if x.demand?has_content>: ${x.demand}</#if></p>
<p><b>${x.reason}</b></p>
<#list x.readings as r><p class="dim">Reading: ${r}</p></#list>
<details class="paper"<#if x?index lt 3> open</#if>><summary>Ladder</summary><pre tabindex="0" role="region" aria-label="Ladder of ${x.play.name}"><#list x.ladder as line><#if line.deciding><mark>${line.text}</mark><#else>${line.text}
</#if></#list></pre></details>
<#if x.story?has_content><p>${x.story}</p></#if>
<p><#if x.play.ladder?has_content><a href="${x.play.ladder}">drawing</a>, </#if><#if x.play.packets?has_content><a href="${x.play.packets}">packets (pcapng)</a>, </#if><#if allure><a href="${x.play.allure()}">steps</a>, </#if><span class="dim">${x.where}<#if x.times gt 1>, played ${x.times} times</#if></span></p>
<p class="dim">Again: <code>${x.again}</code></p></article>
</#list>
<#if further?has_content><details><summary>${further?size} more</summary><ul class="plain"><#list further as p><@f.play p/></#list></ul></details></#if>
</section>

<section id="figure" aria-labelledby="h-figure"><h2 id="h-figure">The state diagram</h2>
<p>Figure 5 of RFC 9293. Each transition has the verdict of the scenarios that took it; it leads to them and to their packets.</p>
<ul class="legend"><#list ["pass","listed","inconclusive","fail","open","out"] as k><li><@f.sign k/> ${fateWords[k]}</li></#list></ul>
<figure class="scroll" style="margin:0;border:0;max-height:none" tabindex="0" aria-label="State diagram, scrolls sideways on small screens"><@d.diagram edges/></figure>
<details><summary>The same as a list</summary><ul class="plain"><#list edges as name, e><li><@f.sign e.key/> <a href="#${e.anchor}">${e.words}</a></li></#list></ul>
<p class="dim">Note 1: only after a passive OPEN. Note 2: the figure leaves this transition out. Note 3: RSTs lead from any state to CLOSED or LISTEN; the grid below has them.</p></details>
</section>

<section id="cells" aria-labelledby="h-cells"><h2 id="h-cells">States and events</h2>
<p>Every state with every event of RFC 9293 section 3.10: the sign is the verdict, the figure says how many scenarios tell of it, and the colour deepens with it. ${coverage.exercisedCells()} of ${coverage.reachableCells()} cells that this stack's user can reach, and ${coverage.exercisedRows()} of ${coverage.reachableRows()} of their rows, were exercised, as measured from the packets; <a href="coverage.html">the coverage</a> tells which.</p>
<@s.grid cells "States and events" true/>
</section>

<section id="requirements" aria-labelledby="h-requirements"><h2 id="h-requirements">Requirements</h2>
<@l.table ledger/>
</section>

<section id="deviations" aria-labelledby="h-deviations"><h2 id="h-deviations">Deviations</h2>
<#if !listings?has_content><p>None is listed for this stack.</p><#else><p>Known departures, each with its reason. They stay fails; a fail for another reason is none of them.</p></#if>
<#list listings as x>
<article class="<#if x.occurred gt 0>listed<#else>out</#if>"><h3>${x.explanation}</h3><details><summary>${x.occurred} <#if x.occurred == 1>scenario<#else>scenarios</#if><#if x.occurred != x.items?size>; ${x.items?size - x.occurred} listed ones did not occur</#if></summary><ul class="plain"><#list x.items as i><#if i.play?has_content><@f.play i.play[0]/><#else><li class="play id">${i.scenario}</li></#if><li class="says dim"><#if i.standing != "occurred"><b>${i.standing}</b>: </#if>${i.reason}</li></#list></ul></details></article>
</#list>
</section>

<section id="slowest" aria-labelledby="h-slowest"><h2 id="h-slowest">Slowest scenarios</h2>
<table class="rows"><caption class="vh">The scenarios that took longest</caption><thead><tr><th scope="col">scenario</th><th scope="col" class="num">took</th><th scope="col" class="num"><#if virtualTime>virtual time<#else>of it waiting</#if></th></tr></thead><tbody>
<#list slowest as x><tr><td><@f.told x.play.outcome/> <#if x.play.ladder?has_content><a class="id" href="${x.play.ladder}">${x.play.id}</a><#else><span class="id">${x.play.id}</span></#if></td><td class="num">${x.took}</td><td class="num">${x.waited}</td></tr>
</#list></tbody></table></section>

<section id="run" aria-labelledby="h-run"><h2 id="h-run">The run</h2>
<dl class="facts"><#list facts as k, v><dt>${k}</dt><dd>${v}</dd></#list><#list choices as k, v><dt>seen: ${k}</dt><dd>${v}</dd></#list></dl>
<#if environment?has_content><details><summary>The machine and the stack's settings</summary><dl class="facts"><#list environment as k, v><dt>${k}</dt><dd>${v}</dd></#list></dl></details></#if>
<#if notes?has_content><details><summary>${notes?size} note<#if notes?size != 1>s</#if> of the lab</summary><ul><#list notes as n><li>${n}</li></#list></ul></details></#if>
<h3>Files</h3><ul><#if allure><li><a href="allure/index.html">allure/index.html</a>: every scenario with its steps, and the history over runs</li></#if><li><a href="coverage.html">coverage.html</a>: what was exercised, as measured</li><li><a href="conformance.json">conformance.json</a>: all verdicts, for programs</li><li><a href="junit.xml">junit.xml</a>: the same for continuous integration</li><li><a href="journal.jsonl">journal.jsonl</a>: all that was seen; every page is computed from it</li></ul>
</section>
<@s.details cells plays fates/>
</main>
<@f.foot true/>
