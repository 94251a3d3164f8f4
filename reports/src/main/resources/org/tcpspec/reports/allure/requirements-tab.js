'use strict';
allure.api.addTranslation('en', {tab: {requirements: {name: 'RFC requirements'}}});
allure.api.addTab('requirements', {
    title: 'tab.requirements.name',
    icon: 'fa fa-gavel',
    route: 'requirements(/)(:testGroup)(/)(:testResult)(/)(:testResultTab)(/)',
    onEnter: function (testGroup, testResult, testResultTab) {
        return new allure.components.TreeLayout({
            testGroup: testGroup,
            testResult: testResult,
            testResultTab: testResultTab,
            tabName: 'tab.requirements.name',
            baseUrl: 'requirements',
            url: 'data/requirements.json'
        });
    }
});
