<#import "frame.ftl" as f><#import "ledger.ftl" as l>
<@f.head "Requirements of TCP: " + name/>
<main id="main"><h1>${name}</h1>
<section id="requirements"><h2>Requirements</h2><div class="scroll" tabindex="0" role="region" aria-label="Summary"><pre style="border:0;margin:0">${summary}</pre></div>
<@l.table ledger/></section>
<section id="crosswalk-${crosswalk.name}"><h2>Crosswalk: ${crosswalk.name}</h2><p>A map to our scenarios, in our own words; not a certification.</p>
<table class="rows"><caption class="vh">Cases and our scenarios</caption><thead><tr><th scope="col">Case</th><th scope="col">What it is about</th><th scope="col">Our scenarios</th></tr></thead><tbody>
<#list cases as c><tr><th scope="row"><span class="id">${c.id}</span><br><small class="dim">${c.section}</small></th><td>${c.purpose}</td><td><#if c.plays?has_content><details><summary>${c.said}</summary><ul class="plain"><#list c.plays as p><@f.play p/></#list></ul></details><#elseif c.mapped>${c.said}</#if>${c.reason}</td></tr>
</#list></tbody></table></section></main>
<@f.foot true/>
