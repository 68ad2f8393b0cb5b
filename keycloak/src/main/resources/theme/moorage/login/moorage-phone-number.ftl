<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#-- The mobile number that codes will go to. -->
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('number'); section>
    <#if section = "header">
        ${msg("mooragePhoneTitle")}
    <#elseif section = "form">
        <p class="moorage-lead">${msg("mooragePhoneLead")}</p>
        <form id="moorage-phone-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <@field.group name="country" label=msg("mooragePhoneCountry") required=true>
                <span class="${properties.kcInputClass!}">
                    <select id="country" name="country" autocomplete="country">
                        <#list countries as known>
                            <option value="${known.code}"<#if known.code == country> selected</#if>>${known.name}</option>
                        </#list>
                    </select>
                </span>
            </@field.group>
            <@field.group name="number" label=msg("mooragePhoneNumber") error=kcSanitize(messagesPerField.get('number'))?no_esc required=true>
                <span class="${properties.kcInputClass!}">
                    <input id="number" name="number" type="tel" autocomplete="tel" maxlength="32" value="${number}" autofocus aria-describedby="moorage-number-hint<#if messagesPerField.existsError('number')> input-error-number</#if>"
                        <#if messagesPerField.existsError('number')>aria-invalid="true"</#if>>
                </span>
                <span id="moorage-number-hint" class="moorage-hint">${msg("mooragePhoneHint")}</span>
            </@field.group>
            <@buttons.actionGroup>
                <@buttons.button id="moorage-send" name="send" label="moorageSendCode"/>
                <#if isAppInitiatedAction??>
                    <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button>
                </#if>
            </@buttons.actionGroup>
        </form>
    </#if>
</@layout.registrationLayout>
