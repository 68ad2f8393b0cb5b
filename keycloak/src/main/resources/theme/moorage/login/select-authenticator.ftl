<#import "template.ftl" as layout>
<#-- As the parent's, but with real buttons: for the keyboard, for screen readers, and without script. -->
<@layout.registrationLayout displayInfo=false; section>
    <#if section = "header">
        ${msg("loginChooseAuthenticator")}
    <#elseif section = "form">
        <ul class="moorage-choices" role="list">
            <#list auth.authenticationSelections as selection>
                <li>
                    <form action="${url.loginAction}" method="post">
                        <button type="submit" name="authenticationExecution" value="${selection.authExecId}" class="moorage-choice">
                            <span class="moorage-choice-name">${msg(selection.displayName)}</span>
                            <span class="moorage-hint">${msg(selection.helpText)}</span>
                        </button>
                    </form>
                </li>
            </#list>
        </ul>
    </#if>
</@layout.registrationLayout>
