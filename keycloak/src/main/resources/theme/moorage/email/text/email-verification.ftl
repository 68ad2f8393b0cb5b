<#ftl output_format="plainText">
${msg("moorageGreeting", (user.firstName)!user.username)}

${msg("moorageVerifyLead", user.email)}

${msg("moorageVerifyAction")}
${link}

${msg("moorageExpiry", linkExpirationFormatter(linkExpiration))} ${msg("moorageVerifyNote")}

-- 
${msg("moorageFooter")}
