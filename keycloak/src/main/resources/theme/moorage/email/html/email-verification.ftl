<#import "template.ftl" as letter>
<@letter.oneAction lead=msg("moorageVerifyLead", user.email) label=msg("moorageVerifyAction") link=link note=msg("moorageVerifyNote") />
