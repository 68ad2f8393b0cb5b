<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#-- Another e-mail address: asked for, then to be confirmed in both mailboxes. -->
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('email'); section>
    <#if section = "header">
        ${msg("updateEmailTitle")}
    <#elseif section = "form">
        <#if newEmail??>
            <p class="moorage-lead" role="status">${msg("moorageEmailSent", oldEmail, newEmail)}</p>
            <form class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
                <@buttons.actionGroup>
                    <@buttons.button id="moorage-done" name="done" label="doSubmit"/>
                </@buttons.actionGroup>
            </form>
        <#else>
            <p class="moorage-lead">${msg("moorageEmailLead", oldEmail)}</p>
            <form id="kc-update-email-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
                <@field.group name="email" label=msg("moorageEmailNew") error=kcSanitize(messagesPerField.get('email'))?no_esc required=true>
                    <span class="${properties.kcInputClass!}">
                        <input id="email" name="email" type="email" autocomplete="email" maxlength="255" value="${typedEmail}" autofocus
                            <#if messagesPerField.existsError('email')>aria-invalid="true" aria-describedby="input-error-email"</#if>>
                    </span>
                </@field.group>
                <@buttons.actionGroup>
                    <@buttons.button id="moorage-send" name="send" label="moorageEmailSend"/>
                    <#if isAppInitiatedAction??>
                        <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button>
                    </#if>
                </@buttons.actionGroup>
            </form>
        </#if>
    </#if>
</@layout.registrationLayout>
