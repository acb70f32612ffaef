import dayjs from 'dayjs'
import { Chart } from './widgets/Chart.js'
document.querySelector('#app').append(new Chart(dayjs()).node)
