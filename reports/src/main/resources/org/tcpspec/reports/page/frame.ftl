<#-- The frame of every page: head, style, signs. -->
<#assign signs = {"pass":"✓","fail":"✗","listed":"≠","inconclusive":"?","error":"!","open":"·","out":"○","notApplicable":"–",
  "met":"✓","missed":"✗","notReached":"?","unreachable":"⊘","leftOut":"∅","notSelected":"○"}>
<#assign words = {"pass":"pass","fail":"fail","listed":"listed","inconclusive":"inconclusive","error":"error","open":"not played","out":"not tested by scenarios","notApplicable":"not applicable"}>
<#macro head title>
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>
<#include "style.css" parse=false>
</style></head><body>
<a class="skip" href="#main">Skip to the content</a>
</#macro>
<#macro foot scripted=false>
<#if scripted><script>
<#include "page.js" parse=false>
</script></#if>
</body></html>
</#macro>
<#macro sign key><span class="sign ${key}" aria-hidden="true">${signs[key]}</span></#macro>
<#macro told key><@sign key/><span class="vh">${words[key]}</span></#macro>
<#macro play p>
<li class="play"><@told p.outcome/> <#if p.ladder?has_content><a class="id" href="${p.ladder}">${p.id}</a><#else><span class="id">${p.id}</span></#if><#if p.packets?has_content> <a href="${p.packets}" aria-label="packets of ${p.id}">packets</a></#if></li>
</#macro>
