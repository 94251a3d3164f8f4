<#import "frame.ftl" as f>
<@f.head "tcpspec: coverage"/>
<main id="main"><h1>${title}</h1>
<#list sections as x><section<#if x?is_first> id="cells"</#if>><h2>${x.title()}</h2>
${x.html()?no_esc}</section>
</#list></main>
<@f.foot true/>
