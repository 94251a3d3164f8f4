<#import "frame.ftl" as f>
<#macro mark m line stack link=true><td class="num"><#if m.judged() == 0 && !m.tried()?has_content><span class="dim">·<span class="vh">not played</span></span><#else><a class="mark" href="#${line.anchor}" aria-label="${line.name}, ${stack.label}: ${f.words[m.key]}, ${m.passed} of ${m.judged} passed"><@f.sign m.key/><#if m.judged gt 0> ${m.passed}<span class="dim">/${m.judged}</span></#if></a></#if></td></#macro>
<#macro table lines head caption id="">
<table class="rows"<#if id?has_content> id="${id}"</#if>><caption class="vh">${caption}</caption><thead><tr><th scope="col">${head}</th><#list stacks as st><th scope="col" class="num">${st.label}</th></#list></tr></thead><tbody>
<#list lines as l><tr data-level="${l.level}" data-key="<#if l.differs()>differs<#else>same</#if> <#list l.marks as m>${m.key} </#list>"><th scope="row"><span class="id">${l.name}</span><#if l.words?has_content><br><small class="dim"><#if l.level?has_content>${l.level}, </#if>${l.words}</small></#if></th><#list l.marks as m><@mark m l stacks[m?index]/></#list></tr>
</#list></tbody></table>
</#macro>
<#macro filter id><form data-filter="${id}" hidden role="search" aria-label="Filter the lines"><label>Words<input name="words" type="search" autocomplete="off"></label><label>Verdict<select name="key"><option value="">all</option><option value="differs">the stacks differ</option><option value="same">the stacks agree</option><#list ["fail","listed","inconclusive","error"] as k><option value="${k}">some: ${f.words[k]}</option></#list></select></label><output aria-live="polite"></output></form></#macro>
<#macro evidence lines>
<#list lines as l><section class="cell" id="${l.anchor}" tabindex="-1" aria-label="${l.name}"><a class="close" href="#main">Close <span aria-hidden="true">✕</span></a><h3>${l.name}</h3><#if l.words?has_content><p class="dim">${l.words}</p></#if>
<#list l.marks as m><div class="row"><p><@f.sign m.key/> <b>${stacks[m?index].label}</b>: ${f.words[m.key]}<#if m.judged gt 0>, ${m.passed} of ${m.judged} passed</#if></p><ul class="plain"><#list m.tried as t><#if t?index == 20><#break></#if><li class="play"><@f.told t.key()/> <#if t.ladder?has_content><a class="id" href="${t.ladder}">${t.id}</a><#else><span class="id">${t.id}</span></#if></li><#if t.reason?has_content><li class="says dim">${t.reason}</li></#if></#list></ul><#local rest = m.more + [m.tried?size - 20, 0]?max><#if rest gt 0><p class="dim">and ${rest} more</p></#if></div></#list></section>
</#list>
</#macro>
<@f.head "TCP stacks side by side"/>
<header><p class="dim">TCP conformance, side by side</p><h1><#list stacks as st>${st.label}<#sep>, </#list></h1></header>
<main id="main">
<#list stacks as st><#if !st.complete><p class="note" role="alert">${st.label}: incomplete, its run was interrupted.</p></#if></#list>
<p>Each figure is how many of the scenarios that were judged a stack passes; the sign is the worst verdict among them. Listed deviations are fails. Every figure opens its evidence.</p>
<nav aria-label="On this page"><ul><#if differences?has_content><li><a href="#differences">Differences</a></li></#if><li><a href="#topics">By topic</a></li><li><a href="#requirements">By requirement</a></li><li><a href="#cells">By state and event</a></li></ul></nav>
<section id="levels" aria-label="By level"><div class="scroll"><@table levels "level" "Scenarios passed, by level"/></div></section>
<#if differences?has_content><section id="differences" aria-labelledby="h-d"><h2 id="h-d">Differences</h2>
<#list differences as d><h3>${d.other.label}</h3><p>${d.sentence()}</p>
<#if d.exceptions?has_content><#if !diff><details><summary>${d.exceptions?size} exceptions</summary></#if><#list d.exceptions as e><article class="fail"><h4><span class="id">${e.requirement}</span> ${e.failing} fails ${e.tried?size} <#if e.tried?size == 1>scenario<#else>scenarios</#if> that ${e.passing} passes</h4><#if e.words?has_content><p class="dim">${e.words}</p></#if><#list e.reasons() as r><p>${r}</p></#list><details><summary>The scenarios</summary><ul class="plain"><#list e.tried as t><li class="play"><@f.told t.key()/> <#if t.ladder?has_content><a class="id" href="${t.ladder}">${t.id}</a><#else><span class="id">${t.id}</span></#if></li></#list></ul></details></article></#list><#if !diff></details></#if></#if></#list></section></#if>
<section id="topics" aria-labelledby="h-t"><h2 id="h-t">By topic</h2><div class="scroll"><@table topics "topic" "Scenarios passed, by topic"/></div></section>
<section id="requirements" aria-labelledby="h-r"><h2 id="h-r">By requirement</h2><@filter "lines-r"/><div class="scroll" tabindex="0" role="region" aria-label="By requirement"><@table byRequirement "requirement" "Scenarios passed, by requirement" "lines-r"/></div></section>
<section id="cells" aria-labelledby="h-c"><h2 id="h-c">By state and event</h2><@filter "lines-c"/><div class="scroll" tabindex="0" role="region" aria-label="By state and event"><@table cells "state and event" "Scenarios passed, by state and event" "lines-c"/></div></section>
<@evidence levels/><@evidence topics/><@evidence byRequirement/><@evidence cells/>
</main>
<@f.foot true/>
