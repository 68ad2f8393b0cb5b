<#import "template.ftl" as letter>
<@letter.emailLayout>
    <p style="margin:0 0 16px;">${msg("moorageGreeting", (user.firstName)!user.username)}</p>
    <p style="margin:0 0 24px;">${msg("moorageEmailOldLead", user.username, newEmail)}</p>
    <p style="margin:0 0 24px;"><a class="button" href="${link}" style="display:inline-block;padding:11px 20px;border-radius:8px;background:#0f5c6b;color:#ffffff;font-weight:600;text-decoration:none;">${msg("moorageEmailAction")}</a></p>
    <p class="small" style="margin:0;font-size:13px;color:#51646c;">${msg("moorageEmailOldNote", minutes)}</p>
</@letter.emailLayout>
