<#-- The way to another factor as a real button: the parent's is a link that does nothing without script. -->
<#macro content>
    <#if auth?has_content && auth.showTryAnotherWayLink()>
        <form class="moorage-ways" action="${url.loginAction}" method="post">
            <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button>
        </form>
    </#if>
</#macro>
