<#-- One column that every mail reader can show: inline styles, no images, no web fonts. -->
<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <style>
        @media (prefers-color-scheme: dark) {
            .page { background: #0f181b !important; }
            .card { background: #172226 !important; border-color: #2b3b41 !important; }
            .text, .text p, .name { color: #e6eef0 !important; }
            .small { color: #a3b5bb !important; }
            .button { background: #63c1d0 !important; color: #06272e !important; }
        }
    </style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f5f6;">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f5f6;">
    <tr><td align="center" style="padding:32px 16px;">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;">
            <tr><td class="name" style="padding:0 4px 16px;font-size:20px;font-weight:600;color:#0f5c6b;">Moorage</td></tr>
            <tr><td class="card text" style="background:#ffffff;border:1px solid #d5dee1;border-radius:12px;padding:28px 32px;font-size:15px;line-height:1.55;color:#16262c;">
                <#nested>
            </td></tr>
            <tr><td class="small" style="padding:16px 4px 0;font-size:12px;line-height:1.5;color:#51646c;">${msg("moorageFooter")}</td></tr>
        </table>
    </td></tr>
</table>
</body>
</html>
</#macro>

<#-- A letter with one thing to do. -->
<#macro oneAction lead label link note>
<@emailLayout>
    <p style="margin:0 0 16px;">${msg("moorageGreeting", (user.firstName)!user.username)}</p>
    <p style="margin:0 0 24px;">${lead}</p>
    <p style="margin:0 0 24px;"><a class="button" href="${link}" style="display:inline-block;padding:11px 20px;border-radius:8px;background:#0f5c6b;color:#ffffff;font-weight:600;text-decoration:none;">${label}</a></p>
    <p class="small" style="margin:0;font-size:13px;color:#51646c;">${msg("moorageExpiry", linkExpirationFormatter(linkExpiration))} ${note}</p>
</@emailLayout>
</#macro>
