<#import "frame.ftl" as f>
<@f.head title/>
