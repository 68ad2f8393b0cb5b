<#import "template.ftl" as letter>
<@letter.oneAction lead=msg("moorageEmailNewLead", user.username, newEmail) label=msg("moorageEmailAction") link=link note=msg("moorageEmailNewNote") />
