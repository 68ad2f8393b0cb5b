<#ftl output_format="plainText">
${msg("moorageGreeting", (user.firstName)!user.username)}

${msg("mooragePasswordLead", user.username)}

${msg("mooragePasswordAction")}
${link}

${msg("moorageExpiry", linkExpirationFormatter(linkExpiration))} ${msg("mooragePasswordNote")}

-- 
${msg("moorageFooter")}
