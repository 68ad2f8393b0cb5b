<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#-- The code that went to a phone. Each way of getting another one is a form of its own, so that the code's field stays out
     of it; the script only counts down, and hides those forms until their time has come. -->
<#-- On one line, wherever the line ends. -->
<#assign number = phone.number?replace(" ", "\x00A0")>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('code'); section>
    <#if section = "header">
        ${msg("moorageCodeTitle")}
    <#elseif section = "form">
        <#if phone.sent>
            <p class="moorage-lead">
                ${msg((phone.channel == "voice")?then("moorageCodeCalled", "moorageCodeSent"), number)}
                <#if phone.minutes??>${msg("moorageCodeGood", phone.minutes?c)}</#if>
            </p>
            <form id="moorage-code-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
                <@field.group name="code" label=msg("moorageCode") error=kcSanitize(messagesPerField.get('code'))?no_esc required=true>
                    <span class="${properties.kcInputClass!}">
                        <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" autofocus
                            <#if messagesPerField.existsError('code')>aria-invalid="true" aria-describedby="input-error-code"</#if>>
                    </span>
                </@field.group>
                <@buttons.actionGroup>
                    <@buttons.button id="moorage-check" name="check" label="doSubmit"/>
                </@buttons.actionGroup>
            </form>
            <section id="moorage-other-ways" class="moorage-other-ways" aria-labelledby="moorage-other-ways-title">
                <h2 id="moorage-other-ways-title">${msg("moorageNothingArrived")}</h2>
                <#if phone.seconds != "0">
                    <p id="moorage-wait" data-seconds="${phone.seconds}" data-over="${msg("moorageOtherWaysNow")}">
                        ${msg("moorageOtherWaysIn")}
                        <span role="timer"><span id="moorage-wait-left">${phone.wait}</span></span><span class="moorage-clock"> (${phone.waitUntil})</span>
                    </p>
                    <p id="moorage-wait-over" class="moorage-hint" role="status"></p>
                </#if>
                <div id="moorage-ways" class="moorage-ways">
                    <form action="${url.loginAction}" method="post">
                        <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="way" value="sms">${msg("moorageOtherProvider")}</button>
                    </form>
                    <form action="${url.loginAction}" method="post">
                        <label for="language" class="${properties.kcFormLabelTextClass!}">${msg("moorageDictation")}</label>
                        <span class="${properties.kcInputClass!}">
                            <select id="language" name="language" aria-describedby="moorage-dictation-hint">
                                <option value="">${msg("moorageDictationNone")}</option>
                                <option value="en" lang="en">English</option>
                                <option value="fr" lang="fr">Français</option>
                            </select>
                        </span>
                        <p id="moorage-dictation-hint" class="moorage-hint">${msg("moorageDictationHint")}</p>
                        <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="way" value="voice">${msg("moorageVoiceCall")}</button>
                    </form>
                </div>
            </section>
            <#if phone.enrolment>
                <form class="moorage-ways" action="${url.loginAction}" method="post">
                    <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="way" value="other-number">${msg("moorageOtherNumber")}</button>
                </form>
            </#if>
            <script type="module" src="${url.resourcesPath}/js/moorage-code.js"></script>
        <#else>
            <p class="moorage-lead">${msg("moorageCodeNotSent", number)}</p>
            <form class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
                <@buttons.actionGroup>
                    <button class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="way" value="sms">${msg("moorageTryAgain")}</button>
                    <#if phone.enrolment>
                        <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="way" value="other-number">${msg("moorageOtherNumber")}</button>
                    </#if>
                </@buttons.actionGroup>
            </form>
        </#if>
        <#if isAppInitiatedAction??>
            <form class="moorage-ways" action="${url.loginAction}" method="post">
                <button class="${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!}" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button>
            </form>
        </#if>
    </#if>
</@layout.registrationLayout>
