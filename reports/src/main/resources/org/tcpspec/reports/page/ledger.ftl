<#-- The ledger of requirements as a table with a filter, and a crosswalk. -->
<#import "frame.ftl" as f>
<#macro table ledger id="ledger">
<form data-filter="${id}" hidden role="search" aria-label="Filter the requirements"><label>Words<input name="words" type="search" placeholder="id, clause, words" autocomplete="off"></label>
<label>Level<select name="level"><option value="">all</option><option>MUST</option><option>SHOULD</option><option>MAY</option></select></label>
<label>Verdict<select name="key"><option value="">all</option><#list ["fail","listed","inconclusive","error","pass","notApplicable","open","out"] as k><option value="${k}">${f.words[k]}</option></#list></select></label>
<output aria-live="polite"></output></form>
<table class="rows" id="${id}"><caption class="vh">Requirements, the worst verdict of their scenarios, and the scenarios</caption><thead><tr><th scope="col"><span class="vh">Verdict</span></th><th scope="col">Requirement</th><th scope="col">Demand and what its scenarios came to</th></tr></thead><tbody>
<#list ledger as r>
<tr data-level="${r.level}" data-key="${r.key}"><td><@f.told r.key/></td><th scope="row"><span class="id">${r.id}</span><br><small class="dim">${r.level}, ${r.clause}</small></th><td>${r.demand}<#if r.plays?has_content><details><summary>${r.said}</summary><ul class="plain"><#list r.plays as p><@f.play p/></#list></ul><#if r.more gt 0><p class="dim">and ${r.more} more that pass or do not apply: conformance.json names them</p></#if></details><#else><br><small class="dim">${r.said}<#if r.reason?has_content>: ${r.reason}</#if></small></#if></td></tr>
</#list>
</tbody></table>
</#macro>
