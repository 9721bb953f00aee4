/** An export of our own making, with liberties that real ones take: order, case, what is left out. */
export const ownExport = `
<ImportExportXml>
  <FormXml><forms type="main"><systemform>
    <formid>{ABCDEF01-1111-4111-8111-111111111111}</formid>
    <IntroducedVersion>1.0</IntroducedVersion>
    <FormPresentation>0</FormPresentation>
    <form headerdensity="HighWithControls">
      <header id="{ABCDEF02-1111-4111-8111-111111111111}"><rows><row height="auto" /></rows></header>
      <tabs><tab IsUserDefined="0" expanded="false" id="ABCDEF03-1111-4111-8111-111111111111">
        <columns><column width="100%"><sections>
          <section showbar="true" id="{ABCDEF04-1111-4111-8111-111111111111}">
            <labels><label languagecode="1033" description="Plan" /></labels>
            <rows><row><cell visible="false" id="{ABCDEF05-1111-4111-8111-111111111111}">
              <labels><label description="" languagecode="1033" /></labels>
              <control datafieldname="x_plan" id="x_plan" isrequired="true"
                classid="{4273edbd-ac1d-40d3-9fb2-095c621b552d}" />
              <events><event name="onchange" application="false" active="true" /></events>
            </cell></row></rows>
          </section>
        </sections></column></columns>
        <labels><label description="All" languagecode="1033" /></labels>
      </tab></tabs>
      <DisplayConditions FallbackForm="true" Order="3"><Everyone /></DisplayConditions>
    </form>
    <LocalizedNames><LocalizedName description="Plan" languagecode="1033" /></LocalizedNames>
  </systemform></forms></FormXml>
  <SavedQueries><savedqueries><savedquery>
    <LocalizedNames><LocalizedName description="Plans" languagecode="1033" /></LocalizedNames>
    <savedqueryid>{ABCDEF06-1111-4111-8111-111111111111}</savedqueryid>
    <returnedtypecode>10007</returnedtypecode>
    <querytype>0</querytype>
    <isdefault>0</isdefault>
    <isquickfindquery>0</isquickfindquery>
    <CanBeDeleted>0</CanBeDeleted>
    <fetchxml><fetch distinct="true"><entity name="x_plan">
      <link-entity name="x_room" from="x_roomid" to="x_room" link-type="outer" alias="r" visible="false">
        <attribute name="x_name" />
      </link-entity>
      <filter type="or"><condition operator="eq" attribute="x_room" uiname="Hall" value="1" /></filter>
      <attribute name="x_name" />
    </entity></fetch></fetchxml>
  </savedquery></savedqueries></SavedQueries>
</ImportExportXml>`
