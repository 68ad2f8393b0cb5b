<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#-- As the parent's, with the e-mail address beside the login name. -->
<@layout.registrationLayout displayInfo=true displayMessage=!messagesPerField.existsError('username','email'); section>
    <#if section = "header">
        ${msg("emailForgotTitle")}
    <#elseif section = "form">
        <form id="kc-reset-password-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate="novalidate">
            <@field.input name="username" label=msg("username") value=(auth.attemptedUsername)!'' required=true autocomplete="username" autofocus=true />
            <@field.input name="email" label=msg("email") required=true autocomplete="email" />
            <@buttons.actionGroup>
                <@buttons.button id="kc-form-buttons" label="doSubmit"/>
                <@buttons.buttonLink href=url.loginUrl label="backToLogin" class=["kcButtonSecondaryClass"] />
            </@buttons.actionGroup>
        </form>
    <#elseif section = "info">
        ${msg("emailInstruction")}
    </#if>
</@layout.registrationLayout>
