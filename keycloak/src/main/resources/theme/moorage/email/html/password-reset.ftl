<#import "template.ftl" as letter>
<@letter.oneAction lead=msg("mooragePasswordLead", user.username) label=msg("mooragePasswordAction") link=link note=msg("mooragePasswordNote") />
