<#ftl output_format="plainText">
${msg("moorageGreeting", (user.firstName)!user.username)}

${msg("moorageEmailOldLead", user.username, newEmail)}

${msg("moorageEmailAction")}
${link}

${msg("moorageEmailOldNote", minutes)}

-- 
${msg("moorageFooter")}
