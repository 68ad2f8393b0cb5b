<#ftl output_format="plainText">
${msg("moorageGreeting", (user.firstName)!user.username)}

${msg("moorageEmailNewLead", user.username, newEmail)}

${msg("moorageEmailAction")}
${link}

${msg("moorageExpiry", linkExpirationFormatter(linkExpiration))} ${msg("moorageEmailNewNote")}

-- 
${msg("moorageFooter")}
