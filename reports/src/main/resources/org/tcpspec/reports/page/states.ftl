<#-- The transition table: a grid, and a section for each cell. -->
<#import "frame.ftl" as f>
<#macro grid cells label counts>
<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table class="grid"><caption class="vh">${label}</caption><thead><tr><th scope="col">event</th>
<#list cells as c><#if c.cell.event == cells[0].cell.event><th scope="col"><span>${c.cell.state}</span></th></#if></#list></tr></thead><tbody>
<#list cells?filter(c -> c.cell.state == cells[0].cell.state) as first>
<tr><th scope="row">${first.cell.event}</th><#list cells?filter(c -> c.cell.event == first.cell.event) as c><td class="${c.key} s${c.shade}"><#if c.key == "notApplicable"><span title="${c.words}">${f.signs[c.key]}</span><#else><a href="#${c.anchor()}" title="${c.cell.state}, ${c.cell.event}: ${c.words}" aria-label="${c.cell.state}, ${c.cell.event}: ${c.words}<#if counts>, ${c.scenarios} scenarios<#if c.against gt 0>, ${c.against} against it</#if></#if>">${f.signs[c.key]}<#if counts><#if c.scenarios gt 0><small>${c.scenarios}</small></#if><#elseif c.cell.reachable() gt 1><small>${c.cell.exercised()}/${c.cell.reachable()}</small></#if></a></#if></td></#list></tr>
</#list>
</tbody></table></div>
</#macro>
<#macro details cells plays fates="" most=6>
<#list cells as c>
<section class="cell" id="${c.anchor()}" tabindex="-1" aria-label="${c.cell.state} and ${c.cell.event}"><a class="close" href="#cells">Close <span aria-hidden="true">✕</span></a><h3>${c.cell.state} + ${c.cell.event}</h3>
<#list c.cell.rows as r>
<div class="row"><p><#if fates?is_hash><#local fate = fates.of(r.row.id)><@f.sign fate.key()/> <code>${r.row.id}</code> <span class="dim">${fate}</span><#else><@f.sign r.status.key()/> <code>${r.row.id}</code> <span class="dim">${r.status}</span></#if></p>
<p class="says"><#if r.row.guard != "-">If ${r.row.guard}: </#if>sends ${r.row.emits}; tells ${r.row.notifies}; then ${r.row.next} <small class="dim">(RFC 9293 ${r.row.section}<#if r.row.variant != "base">, ${r.row.variant}</#if>)</small></p>
<#if r.reason?has_content><p>${r.reason}</p></#if>
<#if r.seen?has_content><ul class="plain">
<#list r.telling() as s><#if s?index == most><#break></#if><#if plays[s.scenario]??><@f.play plays[s.scenario]/><#else><li class="play"><@f.told s.outcome.key()/> <span class="id">${s.scenario}</span></li></#if><#if s.miss?has_content><li class="says">${s.miss}</li></#if></#list>
</ul><#if r.seen?size gt most><p class="dim">and ${r.seen?size - most} more scenarios</p></#if></#if>
<#if fates?is_hash><#local unseen = fates.unseen(r.row.id)><#if unseen?has_content><ul class="plain"><#list unseen as j><#if j?index == most><#break></#if><@f.play plays[j.id()]/><li class="says">${j.verdict.reason}</li></#list></ul></#if></#if>
</div>
</#list>
</section>
</#list>
</#macro>
