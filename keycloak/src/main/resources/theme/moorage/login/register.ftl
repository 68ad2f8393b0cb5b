<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "user-profile-commons.ftl" as profileForm>
<#import "register-commons.ftl" as terms>
<#-- As the parent's, but the rule for passwords stands under the field before anybody breaks it. The parent's check while
     typing is left out: its message moves the page, and the click on the button misses. -->
<@layout.registrationLayout displayMessage=messagesPerField.exists('global') displayInfo=true; section>
    <#if section = "header">
        ${msg("registerTitle")}
    <#elseif section = "form">
        <form id="kc-register-form" class="${properties.kcFormClass!}" action="${url.registrationAction}" method="post" novalidate="novalidate">
            <@profileForm.userProfileFormFields; callback, attribute>
                <#if callback = "afterField" && attribute.name == "username" && passwordRequired??>
                    <@field.password name="password" required=true label=msg("password") autocomplete="new-password">
                        <span class="moorage-hint">${msg("mooragePasswordHint")}</span>
                    </@field.password>
                    <@field.password name="password-confirm" required=true label=msg("passwordConfirm") autocomplete="new-password" />
                </#if>
            </@profileForm.userProfileFormFields>
            <@terms.termsAcceptance/>
            <@buttons.actionGroup>
                <@buttons.button id="kc-register" label="doRegister"/>
            </@buttons.actionGroup>
        </form>
    <#elseif section = "info">
        <span>${msg("moorageHaveAccount")} <a href="${url.loginUrl}">${msg("doLogIn")}</a></span>
    </#if>
</@layout.registrationLayout>
