using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Tests.BadInput;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>
/// Where a form shows a refusal. That every refused field is one of its request is checked whenever a test is refused.
/// </summary>
public sealed class FormFieldTests
{
    [Theory]
    [InlineData("name", "name", "name")]
    [InlineData("place.outcode", "place.outcode", "place-outcode")]
    [InlineData("schedule.series[0].id", "schedule.series[0].id", "schedule-series-0-id")]
    [InlineData("schedule.series.11.id", "schedule.series[11].id", "schedule-series-11-id")]
    [InlineData("present[2]", "present[2]", "present-2")]
    public void A_field_of_a_refusal_is_a_control_of_the_form(string field, string name, string id) =>
        Assert.Equal(new(name, id), FormField.Of(field));

    [Fact]
    public void No_two_fields_of_a_request_share_a_control()
    {
        foreach (var target in Target.All)
        {
            var controls = Slips.Walk(target.Good, "").Select(field => FormField.Of(field.Path)).ToArray();
            Assert.Equal(controls.Length, controls.Select(control => control.Id).Distinct().Count());
        }
    }
}
